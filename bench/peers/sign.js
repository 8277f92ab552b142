// Signs one AssumeRole at n consecutive seconds, by our module or by a JavaScript signer, all with their signing key kept.
import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import { AwsV4Signer } from "aws4fetch";
import wasm from "./sign.wasm";

const START = 1_767_323_045;
const REGION = "us-east-1";
const HOST = "sts.us-east-1.amazonaws.com";
const CONTENT_TYPE = "application/x-www-form-urlencoded; charset=utf-8";
const BODY =
  "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A222222222222%3Arole%2Fadmin_role&RoleSessionName=work_api";
const KEY = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };

const { sign, authorization, memory } = new WebAssembly.Instance(wasm).exports;
const decoder = new TextDecoder();
const cache = new Map();
const smithy = new SignatureV4({ credentials: KEY, region: REGION, service: "sts", sha256: Sha256, applyChecksum: false });

const signers = {
  ours(second) {
    const length = sign(second);
    return decoder.decode(new Uint8Array(memory.buffer, authorization(), length));
  },
  async aws4fetch(second) {
    const signer = new AwsV4Signer({
      ...KEY,
      url: `https://${HOST}/`,
      method: "POST",
      headers: { "content-type": CONTENT_TYPE },
      body: BODY,
      region: REGION,
      service: "sts",
      datetime: new Date(second * 1000).toISOString().replace(/[:-]|\.\d{3}/g, ""),
      allHeaders: true,
      cache,
    });
    return (await signer.sign()).headers.get("authorization");
  },
  async smithy(second) {
    const request = {
      method: "POST",
      protocol: "https:",
      hostname: HOST,
      path: "/",
      query: {},
      headers: { host: HOST, "content-type": CONTENT_TYPE },
      body: BODY,
    };
    return (await smithy.sign(request, { signingDate: new Date(second * 1000) })).headers.authorization;
  },
};

const signature = (header) => /Signature=([0-9a-f]{64})/.exec(header)?.[1];

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    const signer = signers[pathname.slice(1)];
    let last = "";
    for (let n = Number(searchParams.get("n")), second = START; n > 0; n--, second++) {
      last = await signer(second);
    }
    return new Response(signature(last));
  },
};
