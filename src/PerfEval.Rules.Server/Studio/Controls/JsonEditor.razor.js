import { commonOptions, loadMonaco, showMarkers, whenPaused } from '/studio/monaco.js';

const typingPause = 250;

export function load(language) {
    return loadMonaco(language);
}

export function attach(id, server, options) {
    const editor = window.blazorMonaco.editor.getEditor(id);
    const model = editor.getModel();
    model.setEOL(window.monaco.editor.EndOfLineSequence.LF);
    model.updateOptions({ tabSize: 2, insertSpaces: true });
    editor.updateOptions({ ...commonOptions, readOnly: options.readOnly, ariaLabel: options.label, wordWrap: 'on', lineNumbersMinChars: 4, wrappingIndent: 'indent' });
    useSchema(model, options.schema);
    const check = whenPaused(typingPause, async () => {
        if (model.isDisposed())
            return;
        const version = model.getVersionId();
        const findings = await server.invokeMethodAsync('Check', model.getValue());
        if (!model.isDisposed() && version === model.getVersionId())
            showMarkers(model, findings);
    });
    model.onDidChangeContent(() => check());
    check.now();
    return {
        setText(text) {
            if (text === model.getValue())
                return;
            editor.pushUndoStop();
            model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
            editor.pushUndoStop();
            check.now();
        },
        recheck: () => { check.now(); },
        reveal(start, end) {
            const range = new window.monaco.Range(start.lineNumber, start.column, end.lineNumber, end.column);
            editor.setSelection(range);
            editor.revealRangeInCenter(range);
            editor.focus();
        },
        detach: () => check.cancel(),
    };
}

// The schema completes and explains; what is wrong is said by the server alone, once.
async function useSchema(model, address) {
    const json = window.monaco.languages.json.jsonDefaults;
    const schema = address && await (await fetch(address)).json();
    json.setDiagnosticsOptions({
        validate: false, allowComments: true, enableSchemaRequest: false,
        schemas: schema ? [{ uri: new URL(address, document.baseURI).href, fileMatch: [model.uri.toString()], schema }] : [],
    });
}
