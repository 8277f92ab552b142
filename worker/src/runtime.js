// What the runtime does for a request, each in one call: crossing between WebAssembly and JavaScript is what would cost.
// Nothing is decided here; limits and times are arguments.

/** Most bodies are smaller, and are then there after one wait. */
const USUAL = 4096;

/** The whole of a stream, at most `max` bytes; `undefined` if there is more, which is never held. */
export async function read(stream, max) {
  if (!stream) return new Uint8Array();
  const reader = stream.getReader({ mode: "byob" });
  // Fills the space unless the stream ends before.
  const fill = async (space) => (await reader.read(new Uint8Array(space), { min: space })).value ?? new Uint8Array();
  const first = await fill(USUAL);
  if (first.length < USUAL) return first;
  const rest = await fill(max + 1 - USUAL);
  if (USUAL + rest.length > max) {
    // Tells the sender to stop; whether it hears it is nothing to wait for.
    reader.cancel().catch(() => {});
    return undefined;
  }
  const whole = new Uint8Array(USUAL + rest.length);
  whole.set(first);
  whole.set(rest, USUAL);
  return whole;
}

/**
 * Sends a request and reads the answer, both within `milliseconds`; redirects are not followed. `head` has a line
 * `name: value` for each header. Gives `{ status, type, body }`, or `{ failure }`: `timeout`, `too-large`, `unreachable`.
 */
export async function send(url, method, head, body, milliseconds, max) {
  const signal = AbortSignal.timeout(milliseconds);
  try {
    const headers = head.split("\n").map((line) => line.split(/: (.*)/, 2));
    const answer = await fetch(url, { method, headers, body, signal, redirect: "manual" });
    const whole = await read(answer.body, max);
    if (!whole) return { failure: "too-large" };
    return { status: answer.status, type: answer.headers.get("content-type"), body: whole };
  } catch {
    return { failure: signal.aborted ? "timeout" : "unreachable" };
  }
}
