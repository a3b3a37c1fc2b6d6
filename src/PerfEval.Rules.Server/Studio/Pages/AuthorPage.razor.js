// What is typed stays in the tab, under its draft and author, until the server has said that it is stored: the server may be gone before it hears of it.
const prefix = 'perfeval-unsaved:';
const typingPause = 100;

/** Notes what is typed in the editors of a desk, each at the place in the document that stands around it. */
export function keep(desk) {
    let pending = null;
    let timer = 0;
    const note = () => {
        clearTimeout(timer);
        const { place, read } = pending ?? {};
        pending = null;
        const text = read?.();
        if (typeof text === 'string')
            write(desk.dataset.draft, { ...all(desk.dataset.draft), [place]: { text, revision: Number(desk.dataset.revision) } });
    };
    desk.addEventListener('typed', event => {
        const place = event.target.closest('[data-place]')?.dataset.place;
        if (place === undefined || !desk.dataset.draft)
            return;
        if (pending && pending.place !== place)
            note();
        pending = { place, read: event.detail };
        clearTimeout(timer);
        timer = setTimeout(note, typingPause);
    });
    window.addEventListener('pagehide', note);
    return { leave: () => window.removeEventListener('pagehide', note) };
}

/** Keeps in the address what is chosen, so that a reload, and whoever comes back, finds it chosen. */
export function showPlace(place) {
    if (!document.querySelector('.desk'))
        return; // left meanwhile
    const address = new URL(location.href);
    address.searchParams.set('at', place);
    history.replaceState(history.state, '', address);
}

/** What was typed and is not known to be stored. */
export function find(draft) {
    return Object.entries(all(draft)).map(([place, { text, revision }]) => ({ place, text, revision }));
}

/** Lets go of what is stored: the places whose text still has the mark given. */
export function settle(draft, marks) {
    write(draft, Object.fromEntries(Object.entries(all(draft)).filter(([place, { text }]) => markOf(text) !== marks[place])));
}

export function forget(draft) {
    write(draft, {});
}

function all(draft) {
    return JSON.parse(sessionStorage.getItem(prefix + draft)) ?? {};
}

function write(draft, kept) {
    try {
        if (Object.keys(kept).length > 0)
            sessionStorage.setItem(prefix + draft, JSON.stringify(kept));
        else
            sessionStorage.removeItem(prefix + draft);
    } catch {
        // The browser has no room: the server is still told, as ever.
    }
}

// FNV-1a over UTF-16 units, as the page computes it.
function markOf(text) {
    let mark = 2166136261;
    for (let i = 0; i < text.length; i++)
        mark = Math.imul(mark ^ text.charCodeAt(i), 16777619) >>> 0;
    return mark;
}
