"""Azure OpenAI with a deployment of gpt-image-1.

Facts from openai-python (`src/openai/lib/azure.py` at 0117738a21281796add4f13fea46cba53558aef3: paths, `api-version`,
`api-key`), from BerriAI/litellm (`tests/test_litellm/llms/azure/test_azure_exception_mapping.py` at
07bc797cfcdfe6af1b84108384ee41ba540e1854, pull request #19372: refusals by the content filter), and from error bodies
in public code and issues (openai-python#3282 for 401, pollinations#9707 for 403):

* Routes: `POST /openai/deployments/{deployment}/images/generations` and `.../edits`, with `?api-version=` and the
  header `api-key`. `/images/variations` is not one of the deployments' endpoints.
* Fields and responses are OpenAI's; `model` may be sent, and the deployment in the path decides. Responses of the
  older models add `content_filter_results` and `prompt_filter_results` to each image.
* Errors have no `param`, and often no `type`: 401 `{"error": {"code": "401", "message": "Access denied ..."}}`, 403
  `{"error": {"code": "Forbidden", "message": "Your resource has been temporarily blocked ..."}}`, 404 with the code
  `DeploymentNotFound`, 429 with the code `429` or `RateLimitReached` and `Retry-After`.
* A refused prompt: 400 with the code `content_policy_violation` and `inner_error`; gpt-image-1 answers
  `moderation_blocked`, too.
* Not found: the exact bodies of a missing `api-version` and of an unknown path (the gateway's "Resource not found",
  404, is used for both here).
"""

from collections.abc import Mapping
from typing import ClassVar

from starlette.routing import Route

from stand_ins.openai import EDIT, FILES, OpenAI
from stand_ins.server import compact, refuse

DEPLOYMENT = "drawing"


class Azure(OpenAI):
    KNOWN: ClassVar[Mapping[str, frozenset[str]]] = {
        "/images/generations": OpenAI.KNOWN["/images/generations"],
        "/images/edits": EDIT | FILES,
    }

    def routes(self) -> list[Route]:
        return [
            self.post("/openai/deployments/{deployment}/images/generations", self.generate),
            self.post("/openai/deployments/{deployment}/images/edits", self.edit),
        ]

    def exception_handlers(self):
        async def answer(request, error):
            return compact({"error": {"code": "404", "message": "Resource not found"}}, 404)

        return {404: answer, 405: answer}

    def authenticate(self, received):
        if "api-version" not in received.query:
            raise refuse({"error": {"code": "404", "message": "Resource not found"}}, 404)
        if received.headers.get("api-key") != self.API_KEY:
            message = (
                "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key"
                " for an active subscription and use a correct regional API endpoint for your resource."
            )
            raise refuse({"error": {"code": "401", "message": message}}, 401)
        if f"/deployments/{DEPLOYMENT}/" not in received.path:
            message = (
                "The API deployment for this resource does not exist. If you created the deployment within the last 5"
                " minutes, please wait a moment and try again."
            )
            raise refuse({"error": {"code": "DeploymentNotFound", "message": message}}, 404)

    def check(self, fields, known):
        super().check({**fields, "model": "gpt-image-1"}, known)


CONTENT_FILTER = compact(
    {
        "error": {
            "code": "content_policy_violation",
            "inner_error": {
                "code": "ResponsibleAIPolicyViolation",
                "content_filter_results": {
                    "hate": {"filtered": False, "severity": "safe"},
                    "violence": {"filtered": True, "severity": "low"},
                },
                "revised_prompt": "A dark and intense illustration of a man in a dramatic action scene.",
            },
            "message": "Your request was rejected as a result of our safety system.",
            "type": "invalid_request_error",
        }
    },
    400,
)
BLOCKED = compact(
    {
        "error": {
            "code": "Forbidden",
            "message": (
                "Your resource has been temporarily blocked because we detected behavior that may violate our content"
                " policy. For more details on Azure OpenAI service content policy, please visit"
                " https://aka.ms/aoaicodeofconduct"
            ),
        }
    },
    403,
)
