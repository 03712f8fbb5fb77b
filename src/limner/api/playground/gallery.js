// Pictures that were made here, kept in the browser.

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("limner", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("pictures", { keyPath: "id", autoIncrement: true });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function store(mode, act) {
  const transaction = (await opened).transaction("pictures", mode);
  return new Promise((resolve, reject) => {
    const request = act(transaction.objectStore("pictures"));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export const pictures = {
  add: (picture) => store("readwrite", (shelf) => shelf.add(picture)),
  all: () => store("readonly", (shelf) => shelf.getAll()),
  delete: (id) => store("readwrite", (shelf) => shelf.delete(id)),
};
