"""Where botocore sends STS calls.

Reads one JSON object a line: {"region", "fips", "dual_stack", "global"}; answers one a line: {"url"} or {"error"}.
"""

import json
import sys

import botocore.session
from botocore.endpoint_provider import EndpointProvider

loader = botocore.session.get_session().get_component("data_loader")
provider = EndpointProvider(
    loader.load_service_model("sts", "endpoint-rule-set-1"), loader.load_data("partitions")
)

for line in sys.stdin:
    asked = json.loads(line)
    # The global endpoint as such is botocore's pseudo-region; `UseGlobalEndpoint` is a legacy mode of old regions.
    region = "aws-global" if asked["global"] else asked["region"]
    endpoint = provider.resolve_endpoint(
        Region=region,
        UseFIPS=asked["fips"],
        UseDualStack=asked["dual_stack"],
        UseGlobalEndpoint=False,
    )
    print(json.dumps({"url": endpoint.url}), flush=True)
