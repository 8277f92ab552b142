// An AWS that lies: answers every request as a test says, and keeps what it was sent.

import http from 'node:http';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** A server on loopback that stands for STS and sign-in. */
export class Impostor {
  /** What came in, newest last. @type {{method: string, path: string, headers: [string, string][], body: string}[]} */
  requests = [];
  /** Whether the last answer was cut off by the other side. */
  cut = false;
  #answer = (_request, response) => response.end();
  #server = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const raw = request.rawHeaders;
    const headers = raw.flatMap((name, at) => (at % 2 ? [] : [[name.toLowerCase(), raw[at + 1]]]));
    this.requests.push({ method: request.method, path: request.url, headers, body });
    response.on('close', () => (this.cut = !response.writableFinished));
    this.#answer(this.requests.at(-1), response);
  });

  /** Starts one. */
  static async start() {
    const impostor = new Impostor();
    await new Promise((resolve) => impostor.#server.listen(0, '127.0.0.1', resolve));
    impostor.origin = `http://127.0.0.1:${impostor.#server.address().port}`;
    return impostor;
  }

  /** Answers from now on with this, and forgets what came in. @param {(request: object, response: http.ServerResponse) => void} answer */
  answers(answer) {
    this.#answer = answer;
    this.requests = [];
    this.cut = false;
  }

  /** Answers from now on with XML, or by the request's action. */
  answersXml(body, { status = 200, type = 'text/xml' } = {}) {
    this.answers((request, response) => {
      const text = typeof body === 'string' ? body : body[new URLSearchParams(request.body).get('Action')];
      response.writeHead(status, { 'content-type': type }).end(text);
    });
  }

  /** Ends it. */
  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** STS's answer to GetCallerIdentity. */
export const identity = ({ arn = 'arn:aws:iam::111111111111:user/work_api', account = '111111111111', userId = 'AIDAWORKAPI00000001' } = {}) =>
  `<GetCallerIdentityResponse xmlns="${NAMESPACE}"><GetCallerIdentityResult><Arn>${arn}</Arn><UserId>${userId}</UserId>` +
  `<Account>${account}</Account></GetCallerIdentityResult>${metadata}</GetCallerIdentityResponse>`;

/** STS's answer to AssumeRole; each part may be changed. */
export const assumed = ({
  arn = 'arn:aws:sts::222222222222:assumed-role/admin_role/work_api',
  id = 'AROAADMINROLE0000001:work_api',
  secret = SECRET,
  token = TOKEN,
  more = '',
} = {}) =>
  `<AssumeRoleResponse xmlns="${NAMESPACE}"><AssumeRoleResult><AssumedRoleUser><Arn>${arn}</Arn>` +
  `<AssumedRoleId>${id}</AssumedRoleId></AssumedRoleUser><Credentials><AccessKeyId>ASIAIMPOSTOR00000001</AccessKeyId>` +
  `<SecretAccessKey>${secret}</SecretAccessKey><SessionToken>${token}</SessionToken>` +
  `<Expiration>${new Date(Date.now() + 3600e3).toISOString()}</Expiration></Credentials>${more}</AssumeRoleResult>${metadata}</AssumeRoleResponse>`;

/** STS's refusal. */
export const refusal = (code, message) =>
  `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>` +
  '<RequestId>11111111-2222-3333-4444-555555555555</RequestId></ErrorResponse>';

const metadata = '<ResponseMetadata><RequestId>11111111-2222-3333-4444-555555555555</RequestId></ResponseMetadata>';

/** The secret that the impostor's credentials have. */
export const SECRET = 'ImpostorSecretThatNobodyMayEverSee000000';
/** The token that the impostor's credentials have. */
export const TOKEN = 'ImpostorTokenThatNobodyMayEverSee//////////8=';
