// What the JavaScript SDK makes of profile files: its `fromIni`, with an STS, sign-ins and metadata services of its own.
//
// Reads one JSON object a line: {"config", "credentials", "profile"}; answers one a line: {"hops", "origin"} with the
// parameters of every role, the profile's own first, and the key that the first credentials have; or {"error"} with its
// text. The folder that holds the packages is the first argument.

import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const require = createRequire(join(process.argv[2], "x.js"));
const { fromIni } = require("@aws-sdk/credential-providers");
const { externalDataInterceptor } = require("@smithy/core/config");
const never = "2999-01-01T00:00:00Z";
const keys = (id) => ({ accessKeyId: id, secretAccessKey: "s", sessionToken: "t", expiration: new Date(never) });

// A metadata service and a container's, on loopback.
const server = createServer((request, response) => {
  const answer = (id) =>
    JSON.stringify({
      Code: "Success",
      AccessKeyId: id,
      SecretAccessKey: "s",
      Token: "t",
      Expiration: never,
      AccountId: "111111111111",
    });
  const named = request.url.endsWith("/role") || request.url.endsWith("/role/");
  const instance = request.url.endsWith("/api/token") ? "token" : named ? answer("INSTANCE") : "role";
  response.end(request.url.startsWith("/latest") ? instance : answer("CONTAINER"));
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const origin = `http://127.0.0.1:${server.address().port}`;
const home = "/nowhere";
Object.assign(process.env, {
  HOME: home,
  AWS_CONFIG_FILE: join(home, "config"),
  AWS_SHARED_CREDENTIALS_FILE: join(home, "credentials"),
  AWS_ACCESS_KEY_ID: "ENVIRONMENT",
  AWS_SECRET_ACCESS_KEY: "s",
  AWS_EC2_METADATA_SERVICE_ENDPOINT: origin,
  AWS_CONTAINER_CREDENTIALS_FULL_URI: `${origin}/container`,
});

// Every sign-in is there, by whatever name, and every program prints keys.
const signedIn = { accessToken: "t", expiresAt: never };
const printed = JSON.stringify({ Version: 1, AccessKeyId: "PROCESS", SecretAccessKey: "s" });
const record = externalDataInterceptor.getTokenRecord();
record.exec = (_, done) => done(null, { stdout: printed });
Object.setPrototypeOf(record, new Proxy({}, { get: () => signedIn }));
const portal = {
  handle: async (request) => {
    const { HttpResponse } = require("@smithy/core/protocols");
    const { account_id: account, role_name: role } = request.query;
    const found = { ...keys(`SSO ${account} ${role}`), expiration: Date.parse(never) };
    const body = new TextEncoder().encode(JSON.stringify({ roleCredentials: found }));
    return { response: new HttpResponse({ statusCode: 200, headers: { "content-type": "application/json" }, body }) };
  },
};

// A console sign-in is read from a file in the home folder.
const files = require("node:fs").promises;
const { readFile } = files;
const console = JSON.stringify({
  accessToken: { ...keys("LOGIN"), accountId: "111111111111", expiresAt: never },
  clientId: "c",
  refreshToken: "r",
  dpopKey: "k",
});
files.readFile = async (path, ...rest) => (`${path}`.includes("/login/cache/") ? console : readFile(path, ...rest));

async function answer({ config, credentials, profile }) {
  externalDataInterceptor.interceptFile(process.env.AWS_CONFIG_FILE, config);
  externalDataInterceptor.interceptFile(process.env.AWS_SHARED_CREDENTIALS_FILE, credentials);
  const hops = [];
  const assume = async (signer, asked) => {
    hops.push({ ...asked, signer });
    return keys("AssumeRole");
  };
  try {
    const found = await fromIni({
      profile,
      clientConfig: { requestHandler: portal },
      mfaCodeProvider: async () => "123456",
      roleAssumer: ({ accessKeyId }, asked) => assume(accessKeyId, asked),
      roleAssumerWithWebIdentity: (asked) => assume("", asked),
    })();
    return { hops: hops.toReversed(), origin: hops[0]?.signer ?? found.accessKeyId };
  } catch (error) {
    return { error: `${error.name}: ${error.message}` };
  }
}

// A source that fails while a code is asked for is reported by the provider too.
process.on("unhandledRejection", () => {});
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
server.close();
