"""The routes of /v1/organization."""

from starlette.routing import Route

from limner.access.control import AccessControl
from limner.access.limits.projects import ProjectLimitStore
from limner.api.body import BodyReader
from limner.api.organization.admin_keys import AdminKeysApi
from limner.api.organization.costs import CostsApi
from limner.api.organization.loaded_models import LoadedModelsApi
from limner.api.organization.project_keys import ProjectKeysApi
from limner.api.organization.projects import ProjectsApi
from limner.api.organization.rate_limits import RateLimitsApi
from limner.api.organization.reports import ReportsApi
from limner.api.organization.service_accounts import ServiceAccountsApi
from limner.api.organization.usage import UsageApi
from limner.api.server_state import ServerProbe
from limner.settings import Settings


def organization_routes(
    prefix: str, access: AccessControl, probe: ServerProbe, body: BodyReader, settings: Settings
) -> list[Route]:
    keys = access.keys
    usage = access.usage if settings.ledger.enabled else None
    currency = settings.ledger.currency
    return [
        *ProjectsApi(keys).routes(prefix),
        *ProjectKeysApi(keys).routes(prefix),
        *ServiceAccountsApi(keys, body).routes(prefix),
        *RateLimitsApi(keys, ProjectLimitStore(access.database), probe.service, body).routes(prefix),
        *AdminKeysApi(keys, body).routes(prefix),
        *UsageApi(usage).routes(prefix),
        *CostsApi(usage, currency).routes(prefix),
        *ReportsApi(usage, currency, probe).routes(prefix),
        *LoadedModelsApi(probe.service, body).routes(prefix),
    ]
