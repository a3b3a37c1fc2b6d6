/** What is being filled in outlives a lost connection and a reload of this tab, and no more. */
export function keep(key, text) {
    sessionStorage.setItem(key, text);
}

export function kept(key) {
    return sessionStorage.getItem(key);
}

export function forget(key) {
    sessionStorage.removeItem(key);
}

export function printPage() {
    window.print();
}
