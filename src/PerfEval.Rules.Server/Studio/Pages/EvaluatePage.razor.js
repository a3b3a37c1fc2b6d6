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

export function save(name, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
}

export function printPage() {
    window.print();
}
