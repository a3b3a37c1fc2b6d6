/** Runs a script that is no module; where it loads from, the page's policy says. */
export function runScript(address) {
    return new Promise((resolve, reject) => {
        const element = document.createElement('script');
        element.src = address;
        element.onload = resolve;
        element.onerror = () => reject(new Error(`not loaded: ${address}`));
        document.head.append(element);
    });
}
