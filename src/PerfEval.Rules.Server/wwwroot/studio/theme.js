// Runs before the first paint: the theme that was chosen in this browser, else the system's.
{
    const root = document.documentElement;
    const system = matchMedia('(prefers-color-scheme: dark)');
    const chosen = () => /(?:^|; )perfeval-theme=(light|dark)/.exec(document.cookie)?.[1];
    const apply = () => { root.dataset.theme = chosen() ?? (system.matches ? 'dark' : 'light'); };
    system.addEventListener('change', apply);
    apply();
}
