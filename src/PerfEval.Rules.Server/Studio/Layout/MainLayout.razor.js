const oneYear = 60 * 60 * 24 * 365;

function remember(name, value) {
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${oneYear}; samesite=lax`;
}

export function rememberLanguage(language) {
    remember('perfeval-language', language);
    document.documentElement.lang = language;
}

/** Turns light into dark and back, whatever the system says. */
export function switchTheme() {
    const root = document.documentElement;
    root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    remember('perfeval-theme', root.dataset.theme);
}

export function focusContent() {
    document.getElementById('content')?.focus();
}
