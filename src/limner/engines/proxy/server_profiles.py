"""The profiles of self-hosted servers. Their stand-ins in the tests name the sources."""

from limner.engines.proxy.profile import ALL_FORMATS, Masks, Profile, same
from limner.engines.proxy.sizes import GridSizes

BASE64 = {"response_format": "b64_json"}
"""URLs of other servers are paths on their disk, or lost behind a balancer."""
SAMPLING = same("n", "size", "user", "seed", "negative_prompt", "num_inference_steps", "guidance_scale")
LATENT_GRID = GridSizes(multiple=16)
"""What nearly all diffusion models draw: other sizes are rounded by one server and refused by the next."""

VLLM_OMNI = Profile(
    name="vllm-omni",
    paths={"generate": "/images/generations", "edit": "/images/edits", "variation": None},
    parameters={
        "generate": SAMPLING | same("output_format"),
        "edit": SAMPLING | same("output_format", "strength"),
    },
    constants=BASE64,
    sends_model=False,  # it serves one model, and refuses other names
    max_n=10,
    sizes=LATENT_GRID,
    formats=frozenset({"png"}),  # generations have JPEG and WebP of a fixed quality only
    masks=Masks(form="white", name="mask_image"),
)
SGLANG = Profile(
    name="sglang",
    paths={"generate": "/images/generations", "edit": "/images/edits", "variation": None},
    parameters={
        "generate": SAMPLING | same("output_format", "output_compression"),
        "edit": SAMPLING | same("output_format", "output_compression"),
    },
    constants=BASE64,
    sends_model=False,
    max_n=10,
    has_consecutive_seeds=True,
    sizes=LATENT_GRID,
    formats=ALL_FORMATS,
    masks=Masks(support="none"),  # accepted, and never read
)
LOCALAI = Profile(
    name="localai",
    paths={"generate": "/images/generations", "edit": "/images/generations", "variation": None},
    parameters={
        "generate": same("size", "seed") | {"num_inference_steps": "step"},
        "edit": same("size", "seed") | {"num_inference_steps": "step"},
    },
    constants=BASE64,
    negative_separator="|",
    max_seed=2**31 - 1,
    max_n=1,  # all images of a call have the same seed
    sizes=LATENT_GRID,
    edit_body="base64",
    image_name="ref_images",
    input_formats=frozenset({"png", "jpeg"}),
    masks=Masks(support="none"),
)
XINFERENCE = Profile(
    name="xinference",
    # its edits endpoint has no seed, and its variations are image-to-image with a prompt
    paths={"generate": "/images/generations", "edit": "/images/variations", "variation": "/images/variations"},
    parameters={
        "generate": same("n", "size", "user"),
        "edit": same("n", "size", "negative_prompt"),
        "variation": same("n", "size", "negative_prompt"),
    },
    extras=same("seed", "negative_prompt", "num_inference_steps", "guidance_scale", "strength"),
    extras_name="kwargs",
    constants=BASE64,
    variation_prompt=" ",
    max_n=10,
    sizes=LATENT_GRID,
    size_separator="*",
    image_name="image",
    masks=Masks(form="white", name="mask_image", path="/images/inpainting"),
)
SD_CPP = Profile(
    name="sd-cpp",
    paths={"generate": "/images/generations", "edit": "/images/edits", "variation": None},
    parameters={
        "generate": same("n", "size", "output_format", "output_compression"),
        "edit": same("n", "size", "output_format", "output_compression"),
    },
    extras=same("seed", "negative_prompt", "strength")
    | {"num_inference_steps": "sample_params.sample_steps", "guidance_scale": "sample_params.guidance.txt_cfg"},
    extra_constants={"embed_image_metadata": False},  # it names the files of the model
    # only the first block is read, so a client's own block has no effect
    extras_in_prompt="<sd_cpp_extra_args>{extras}</sd_cpp_extra_args>{prompt}",
    sends_model=False,
    max_n=8,
    has_consecutive_seeds=True,
    formats=frozenset({"png", "jpeg"}),  # sizes are rounded up by the server, as its model needs it
    input_formats=frozenset({"png", "jpeg"}),
    masks=Masks(form="white"),
)
GENERIC = Profile(
    name="generic",
    paths={"generate": "/images/generations", "edit": "/images/edits", "variation": None},
    parameters={"generate": same("size"), "edit": same("size")},
    constants=BASE64,
)
"""A server that nothing is known of: only what nearly all of them understand."""
