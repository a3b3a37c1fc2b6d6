import { commonOptions, loadMonaco } from '/studio/monaco.js';

export function load(language) {
    return loadMonaco(language);
}

export function attach(id, options) {
    const editor = window.blazorMonaco.editor.getEditor(id);
    editor.updateOptions({ ...commonOptions, readOnly: true, originalEditable: false, renderSideBySide: true, wordWrap: 'on', diffWordWrap: 'on' });
    editor.getOriginalEditor().updateOptions({ ariaLabel: options.originalLabel });
    editor.getModifiedEditor().updateOptions({ ariaLabel: options.modifiedLabel });
    let models = [];
    let isNew = false;
    // What differs may stand far down a long document.
    editor.onDidUpdateDiff(() => {
        const first = isNew ? editor.getLineChanges()?.[0] : null;
        isNew = false;
        if (first)
            editor.getModifiedEditor().revealLineInCenter(Math.max(1, first.modifiedStartLineNumber));
    });
    const release = () => models.forEach(model => model.dispose());
    return {
        show(original, modified, syntax) {
            const before = models;
            isNew = true;
            models = [window.monaco.editor.createModel(original, syntax), window.monaco.editor.createModel(modified, syntax)];
            editor.setModel({ original: models[0], modified: models[1] });
            before.forEach(model => model.dispose());
        },
        detach: release,
    };
}
