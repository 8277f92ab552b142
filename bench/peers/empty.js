// The least worker that there can be.
export default { fetch: () => new Response("ok") };
