// Storage of the history: IndexedDB, or memory if it is not available.

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("limner", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("pictures", { keyPath: "id", autoIncrement: true });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const inMemory = new Map();
let numUnsaved = 0;

async function access(mode, action) {
  const transaction = (await opened).transaction("pictures", mode);
  return new Promise((resolve, reject) => {
    const request = action(transaction.objectStore("pictures"));
    // a full disk is reported at the end of the transaction, not of the request
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? request.error);
  });
}

export const pictures = {
  // returns whether the image is stored permanently
  async add(picture) {
    try {
      await access("readwrite", (store) => store.add(picture));
      return true;
    } catch {
      const id = `unsaved-${++numUnsaved}`;
      inMemory.set(id, { ...picture, id });
      return false;
    }
  },
  // oldest first
  async all() {
    const saved = await access("readonly", (store) => store.getAll()).catch(() => []);
    return [...saved, ...inMemory.values()];
  },
  async delete(id) {
    if (inMemory.delete(id)) return;
    await access("readwrite", (store) => store.delete(id));
  },
};
