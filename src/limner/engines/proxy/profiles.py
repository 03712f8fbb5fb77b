"""The known upstream servers."""

from collections.abc import Mapping

from limner.engines.proxy.openai_profiles import AZURE, LIMNER, LITELLM, OPENAI
from limner.engines.proxy.profile import Profile
from limner.engines.proxy.server_profiles import GENERIC, LOCALAI, SD_CPP, SGLANG, VLLM_OMNI, XINFERENCE

PROFILES: Mapping[str, Profile] = {
    profile.name: profile
    for profile in (OPENAI, AZURE, VLLM_OMNI, SGLANG, LOCALAI, XINFERENCE, SD_CPP, LITELLM, LIMNER, GENERIC)
}
