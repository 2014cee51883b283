/**
 * Where the files of the index come from: each is a script that calls `gb` with its name and its bytes, since a page on
 * file:// can load nothing else. What was loaded stays; what fails is asked for once more, then it is an Unreachable.
 */
(function () {
  'use strict';

  const AGAIN_MS = 400;

  class Unreachable extends Error {
    /** @param {string} name */
    constructor(name) {
      super(`${name} could not be loaded`);
      this.name = 'Unreachable';
    }
  }

  /** @param {string} packed base64 of raw deflate @returns {Promise<Uint8Array>} */
  async function unpacked(packed) {
    const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /** @type {Map<string, string>} what scripts have handed over and nobody has fetched yet */
  const arrived = new Map();

  /** Loads a script. @param {string} address @returns {Promise<void>} */
  function loaded(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address;
      script.addEventListener('load', () => (script.remove(), resolve(undefined)));
      script.addEventListener('error', () => (script.remove(), reject(new Unreachable(address))));
      document.head.append(script);
    });
  }

  /** @param {string} folder of the index, ending in `/` @returns {(name: string, fresh?: boolean) => Promise<string>} */
  function byScript(folder) {
    Object.assign(window, { gb: (/** @type {string} */ name, /** @type {string} */ packed) => arrived.set(name, packed) });
    return async (name, fresh) => {
      const now = () => `?${Date.now()}`;
      await loaded(folder + name + '.js' + (fresh ? now() : '')).catch(async () => {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        await loaded(folder + name + '.js' + now());
      });
      const packed = arrived.get(name);
      if (packed === undefined) throw new Unreachable(name);
      arrived.delete(name);
      return packed;
    };
  }

  /**
   * @param {(name: string, fresh?: boolean) => Promise<string>} load
   * @returns {{get: <T>(name: string, read: (bytes: Uint8Array) => T, fresh?: boolean) => Promise<T>}}
   */
  function shelf(load) {
    /** @type {Map<string, Promise<any>>} */
    const held = new Map();
    return {
      get(name, read, fresh) {
        const there = held.get(name);
        if (there && !fresh) return there;
        const coming = load(name, fresh).then(unpacked).then(read);
        held.set(name, coming);
        coming.catch(() => held.get(name) === coming && held.delete(name));
        return coming;
      },
    };
  }

  const found = { shelf, byScript, loaded, Unreachable };
  if (typeof module !== 'undefined') module.exports = found;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxShelf: found });
})();
