import { registerLanguage } from './perfeval-language.js';
import { runScript } from './scripts.js';

const root = '_content/BlazorMonaco/';
let loading;

/** Loads the editor once, with its own menus and messages in the language of the page. */
export function loadMonaco(language) {
    return loading ??= load(language);
}

async function load(language) {
    await runScript(`${root}jsInterop.js`);
    if (language !== 'en')
        window.require['vs/nls'] = { availableLanguages: { '*': 'zh-cn' } };
    await runScript(`${root}lib/monaco-editor/min/vs/loader.js`);
    await new Promise((resolve, reject) => window.require(['vs/editor/editor.main'], resolve, reject));
    registerLanguage(window.monaco);
    defineThemes(window.monaco);
    followTheme();
}

function followTheme() {
    const apply = () => window.monaco.editor.setTheme(`perfeval-${document.documentElement.dataset.theme}`);
    new MutationObserver(apply).observe(document.documentElement, { attributeFilter: ['data-theme'] });
    apply();
}

// The colours of tokens.css; Monaco takes them without variables.
function defineThemes(monaco) {
    const rules = (keyword, number, text, call, comment) => [
        { token: 'keyword', foreground: keyword }, { token: 'number', foreground: number }, { token: 'string', foreground: text },
        { token: 'string.key.json', foreground: call }, { token: 'string.value.json', foreground: text }, { token: 'keyword.json', foreground: keyword },
        { token: 'predefined', foreground: call }, { token: 'comment', foreground: comment }, { token: 'slip', fontStyle: 'underline' },
    ];
    const differences = (newLine, newText, oldLine, oldText) => ({
        'diffEditor.insertedLineBackground': newLine, 'diffEditor.insertedTextBackground': newText, 'diffEditor.removedLineBackground': oldLine, 'diffEditor.removedTextBackground': oldText,
    });
    monaco.editor.defineTheme('perfeval-light', {
        base: 'vs', inherit: true, rules: rules('7a3e9d', '0b6a58', '9a3412', '1d56a8', '5f6b62'),
        colors: { 'editor.background': '#ffffff', 'editor.foreground': '#1b2128', 'focusBorder': '#1d56a8', 'editorInlayHint.background': '#eef0f3', 'editorInlayHint.foreground': '#4a545f', 'editorLineNumber.foreground': '#5b6570', ...differences('#e4f2ea', '#c9e7d5', '#fbe8e6', '#f7d3cf') },
    });
    monaco.editor.defineTheme('perfeval-dark', {
        base: 'vs-dark', inherit: true, rules: rules('cda2e8', '7ccfba', 'f0a988', '85b4f3', '93a197'),
        colors: { 'editor.background': '#1b1f24', 'editor.foreground': '#e4e8ec', 'focusBorder': '#85b4f3', 'editorInlayHint.background': '#2d343c', 'editorInlayHint.foreground': '#b6bfc9', 'editorLineNumber.foreground': '#a0aab4', ...differences('#172b20', '#1f4230', '#371f1d', '#552b28') },
    });
}

/** What every editor here has in common. */
export const commonOptions = {
    fontSize: 13,
    lineHeight: 20,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono'),
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    automaticLayout: true,
    fixedOverflowWidgets: true,
    // Full-width punctuation is what people here type, not an attack.
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false },
    renderLineHighlight: 'none',
    contextmenu: true,
    padding: { top: 6, bottom: 6 },
    overviewRulerLanes: 0,
    // Whatever repaints or recalculates without being asked for; a caret that blinks is two or three frames a second on every page.
    cursorBlinking: 'solid',
    links: false,
    colorDecorators: false,
    codeLens: false,
    selectionHighlight: false,
    renderWhitespace: 'none',
};

const severities = { hint: 2, warning: 4, error: 8 };

/** Shows findings as squiggles. Each has start and end as {lineNumber, column}. */
export function showMarkers(model, findings) {
    window.monaco.editor.setModelMarkers(model, 'perfeval', findings.map(finding => ({
        severity: severities[finding.severity],
        message: finding.message,
        code: finding.code,
        startLineNumber: finding.start.lineNumber,
        startColumn: finding.start.column,
        endLineNumber: finding.end.lineNumber,
        endColumn: finding.end.column,
    })));
}

/** Calls once typing has paused, and never two at a time; the last text wins. */
export function whenPaused(milliseconds, call) {
    let timer = 0;
    let running = false;
    let again = false;
    async function run() {
        if (running) {
            again = true;
            return;
        }
        running = true;
        try {
            await call();
        } finally {
            running = false;
        }
        if (again) {
            again = false;
            await run();
        }
    }
    const schedule = () => {
        clearTimeout(timer);
        timer = setTimeout(run, milliseconds);
    };
    schedule.cancel = () => {
        clearTimeout(timer);
        again = false;
    };
    schedule.now = () => {
        clearTimeout(timer);
        return run();
    };
    return schedule;
}
