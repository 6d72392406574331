/** Whether this browser keeps data on the device. */

let answer: Promise<boolean> | undefined;

/** Some browsers and private windows have IndexedDB by name only: opening it fails. Tried once; whoever asks early saves
 * the time the browser takes to start its storage. */
export function canStore(): Promise<boolean> {
  answer ??= probe("kelias/probe");
  return answer;
}

function probe(name: string): Promise<boolean> {
  if (typeof indexedDB === "undefined") return Promise.resolve(false);
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(name);
      request.onerror = () => resolve(false);
      request.onsuccess = () => {
        request.result.close();
        resolve(true);
      };
    } catch {
      resolve(false);
    }
  });
}
