"""What botocore itself makes of profile files.

Reads one JSON object a line: {"config", "credentials", "profile", "environment", "instance"}; answers one a line:
{"profiles", "hops", "method", "key"} or {"error", "text"}. Calls no network: STS is never reached because botocore
defers it, and metadata services, credential processes and sign-in caches are replaced by stubs that always answer.
"""

import json
import os
import sys
import tempfile

import botocore.credentials as credentials
import botocore.session

hops = []
instance = False


def record(cls):
    original = cls.__init__

    def init(self, *args, **kwargs):
        extra = kwargs.get("extra_args") or {}
        hops.append({"role_arn": kwargs["role_arn"], **extra})
        original(self, *args, **kwargs)

    cls.__init__ = init


record(credentials.AssumeRoleCredentialFetcher)
record(credentials.AssumeRoleWithWebIdentityCredentialFetcher)

FAKE = {"access_key": "F", "secret_key": "F", "token": "F", "expiry_time": "2999-01-01T00:00:00Z"}
credentials.ContainerMetadataFetcher.retrieve_full_uri = lambda *_, **__: {
    "AccessKeyId": "F",
    "SecretAccessKey": "F",
    "Token": "F",
    "Expiration": "2999-01-01T00:00:00Z",
}
credentials.InstanceMetadataFetcher.retrieve_iam_role_credentials = lambda _: (
    {"role_name": "F", **FAKE} if instance else {}
)
credentials.ProcessProvider._retrieve_credentials_using = lambda *_: dict(FAKE)


def login(self):
    profile = self._load_config().get("profiles", {}).get(self._profile_name, {})
    if "login_session" in profile:
        return credentials.Credentials("F", "F", method="login")
    return None


credentials.LoginProvider.load = login

origins = []
for provider in (
    credentials.EnvProvider,
    credentials.AssumeRoleWithWebIdentityProvider,
    credentials.SSOProvider,
    credentials.SharedCredentialProvider,
    credentials.LoginProvider,
    credentials.ProcessProvider,
    credentials.ConfigProvider,
    credentials.ContainerProvider,
    credentials.InstanceMetadataProvider,
):

    def wrap(cls=provider, original=provider.load):
        def load(self):
            found = original(self)
            if found is not None:
                origins.append((cls.METHOD, found.access_key if type(found) is credentials.Credentials else None))
            return found

        cls.load = load

    wrap()


def answer(case, home):
    global instance
    hops.clear()
    origins.clear()
    instance = case["instance"]
    for name in list(os.environ):
        if name.startswith("AWS_"):
            del os.environ[name]
    os.environ.update(case["environment"])
    for kind, variable in (("config", "AWS_CONFIG_FILE"), ("credentials", "AWS_SHARED_CREDENTIALS_FILE")):
        path = os.path.join(home, kind)
        os.environ[variable] = path
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(case[kind])
    session = botocore.session.Session(profile=case["profile"])
    try:
        profiles = session.full_config["profiles"]
        found = session.get_credentials()
    except Exception as error:  # Whatever botocore raises is the answer.
        return {"error": type(error).__name__, "text": str(error)}
    return {
        "profiles": profiles,
        "method": found.method if found else "",
        "origin": origins[0][0] if origins else "",
        "key": origins[0][1] if origins else None,
        "hops": hops[::-1],
    }


with tempfile.TemporaryDirectory() as home:
    os.environ["HOME"] = home
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line), home)), flush=True)
