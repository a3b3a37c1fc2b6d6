/** Lets indicators be dropped on each other, and the arrow keys go from entry to entry: of all of them, Tab stops at the chosen one alone. */
export function attend(outline) {
    // Asked at every move of the mouse, too often for the server.
    const allow = event => event.target.closest('.rule') && event.preventDefault();
    const begin = event => event.dataTransfer.setData('text/plain', ''); // without data some browsers drag nothing
    const go = event => {
        if (!event.target.matches('.entry, summary'))
            return;
        const entries = [...outline.querySelectorAll('.entry, summary')].filter(entry => entry.offsetParent !== null);
        const here = entries.indexOf(event.target);
        const next = { ArrowDown: entries[here + 1], ArrowUp: entries[here - 1], Home: entries[0], End: entries.at(-1) }[event.key];
        if (!next)
            return;
        event.preventDefault();
        next.focus();
    };
    outline.addEventListener('dragover', allow);
    outline.addEventListener('dragstart', begin);
    outline.addEventListener('keydown', go);
}
