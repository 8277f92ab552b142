// The worker's entry point: answers each request with a task of the WebAssembly program, and begins the program anew when a
// fault has left its memory in the middle of something. `portal.js` is what wasm-bindgen makes of the program.
import { Task, __wbg_reset_state as beginAnew, fault } from "./portal.js";

export default {
  async fetch(request, env) {
    try {
      return await run(new Task(request, env));
    } catch (error) {
      // A trap, or a stack that ran out. Other tasks of the same program end here too, since their memory is gone.
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) beginAnew();
      return fault(String(error?.name));
    }
  },
};

/** Runs a task to its end: whatever it waits for is awaited here, and what comes of it goes back into the task. */
async function run(task) {
  let step = task.resume(undefined, false);
  while (step instanceof Promise) {
    let outcome;
    let isFailure = false;
    try {
      outcome = await step;
    } catch (reason) {
      outcome = reason;
      isFailure = true;
    }
    step = task.resume(outcome, isFailure);
  }
  task.free();
  return step;
}
