const oneYear = 60 * 60 * 24 * 365;

function remember(name, value) {
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${oneYear}; samesite=lax`;
}

export function rememberLanguage(cookie, language) {
    remember(cookie, language);
    document.documentElement.lang = language;
}

/** Turns light into dark and back, whatever the system says; gives the theme chosen. */
export function switchTheme(cookie) {
    const root = document.documentElement;
    const dark = root.dataset.theme === 'dark' || (root.dataset.theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.dataset.theme = dark ? 'light' : 'dark';
    remember(cookie, root.dataset.theme);
    return root.dataset.theme;
}

export function focusContent() {
    document.getElementById('content')?.focus();
}
