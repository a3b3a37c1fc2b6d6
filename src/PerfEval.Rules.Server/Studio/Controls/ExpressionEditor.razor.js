import { commonOptions, loadMonaco, showMarkers, whenPaused } from '/studio/monaco.js';
import { languageId as expressions } from '/studio/perfeval-language.js';

const typingPause = 120;
const reconnectPause = 1000;
const lineOptions = {
    lineNumbers: 'off', folding: false, glyphMargin: false, lineDecorationsWidth: 8, lineNumbersMinChars: 0, hideCursorInOverviewRuler: true,
    quickSuggestions: { other: true, comments: false, strings: false }, scrollbar: { alwaysConsumeMouseWheel: false },
};
const documentOptions = { lineNumbersMinChars: 4, wrappingIndent: 'indent', quickSuggestions: { other: true, comments: false, strings: true } };
const instances = new Map();
let notesChanged;
let tokensChanged;

export async function load(language) {
    await loadMonaco(language);
    if (!notesChanged)
        registerAssistance(window.monaco);
}

/** Takes over the editor that was created under an id, whose host tells of what is typed by `typed`; gives the object that the server talks to. */
export function attach(id, host, server, options) {
    const editor = window.blazorMonaco.editor.getEditor(id);
    const model = editor.getModel();
    if (model.getValue() !== options.text)
        model.setValue(options.text);
    model.setEOL(window.monaco.editor.EndOfLineSequence.LF);
    model.updateOptions({ tabSize: options.fills ? 2 : 4, insertSpaces: true });
    editor.updateOptions({
        ...commonOptions, ...(options.fills ? documentOptions : lineOptions), readOnly: options.readOnly, ariaLabel: options.label, wordWrap: 'on',
        suggest: { showWords: false }, occurrencesHighlight: false, 'semanticHighlighting.enabled': true, wordBasedSuggestions: false,
    });
    const instance = { model, server, answer: null, notes: [], waiting: [] };
    const check = whenPaused(typingPause, () => checkNow(instance));
    instances.set(model.uri.toString(), instance);
    if (!options.fills) {
        editor.onDidContentSizeChange(() => fitHeight(editor, host, options));
        fitHeight(editor, host, options);
        letTabLeave(editor);
    }
    model.onDidChangeContent(({ changes }) => {
        if (!instance.isBeingSet)
            host.dispatchEvent(new CustomEvent('typed', { bubbles: true, detail: () => model.isDisposed() ? null : model.getValue() }));
        instance.notes = changes.reduce(carryNotes, instance.notes);
        check();
    });
    // What was typed goes ahead of the click that leaves the editor.
    editor.onDidBlurEditorText(() => {
        check.cancel();
        if (!isAnswered(instance))
            checkNow(instance, true);
    });
    check.now();
    return {
        setText(text) {
            if (text === model.getValue())
                return;
            // As an edit, so that undo reaches across it.
            editor.pushUndoStop();
            instance.isBeingSet = true;
            model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
            instance.isBeingSet = false;
            editor.pushUndoStop();
            check.now();
        },
        /** What the server has to say of the text since it was asked; of any other text, it will be asked. */
        show(version, answer) {
            if (version === model.getVersionId())
                take(instance, version, answer);
        },
        setReadOnly: readOnly => editor.updateOptions({ readOnly }),
        reveal(start, length) {
            const range = rangeOf(model, start, length);
            editor.setSelection(range);
            editor.revealRangeInCenterIfOutsideViewport(range);
            editor.focus();
        },
        detach() {
            check.cancel();
            instance.isDetached = true;
            instances.delete(model.uri.toString());
            settle(instance);
        },
    };
}

async function checkNow(instance, isLast = false) {
    const { model } = instance;
    if (model.isDisposed() || instance.isDetached)
        return;
    const version = model.getVersionId();
    const answer = await invoke(instance, 'Check', model.getValue(), version, isLast).catch(error => {
        if (!isCutOff())
            throw error;
        setTimeout(() => checkNow(instance, isLast), reconnectPause); // the server has not heard of this text yet
        return null;
    });
    if (answer && !model.isDisposed() && version === model.getVersionId())
        take(instance, version, answer);
}

const isAnswered = instance => instance.answer?.version === instance.model.getVersionId();

/** Keeps what the server said of a version of the text, and has Monaco show what is new in it. */
function take(instance, version, answer) {
    const { model } = instance;
    const before = instance.answer;
    const isSame = before?.version === version;
    const differs = part => JSON.stringify(before?.[part]) !== JSON.stringify(answer[part]);
    instance.answer = { version, findings: answer.findings, tokens: answer.tokens };
    if (isSame ? differs('findings') : before?.findings.length || answer.findings.length) {
        showMarkers(model, answer.findings.map(finding => ({
            ...finding, start: model.getPositionAt(finding.start), end: model.getPositionAt(finding.start + Math.max(finding.length, 1)),
        })));
    }
    // Of a new text Monaco asks itself.
    if (isSame && differs('tokens'))
        tokensChanged.fire();
    if (answer.notes && JSON.stringify(answer.notes) !== JSON.stringify(instance.notes)) {
        instance.notes = answer.notes;
        notesChanged.fire();
    }
    settle(instance);
}

function settle(instance) {
    for (const resolve of instance.waiting.splice(0))
        resolve();
}

// Notes stay with the text they stand behind until there are others.
function carryNotes(notes, { rangeOffset, rangeLength, text }) {
    const end = rangeOffset + rangeLength;
    return notes.filter(note => note.offset <= rangeOffset || note.offset >= end)
        .map(note => note.offset >= end ? { ...note, offset: note.offset + text.length - rangeLength } : note);
}

// An editor that was left while the question was under way has nobody to answer it any more.
async function invoke(instance, method, ...args) {
    try {
        return await instance.server.invokeMethodAsync(method, ...args);
    } catch (error) {
        if (!instance.isDetached)
            throw error;
        return null;
    }
}

// The bar that says so is shown by the script of Blazor.
function isCutOff() {
    return document.getElementById('components-reconnect-modal')?.className.includes('components-reconnect-') && !document.querySelector('.components-reconnect-hide');
}

function fitHeight(editor, host, { minLines, maxLines }) {
    const height = Math.min(Math.max(editor.getContentHeight(), minLines * 20 + 12), maxLines * 20 + 12) + 2;
    host.style.height = `${height}px`;
    editor.layout();
}

// An expression needs no tabs, and someone without a mouse must get out again.
function letTabLeave(editor) {
    const idle = '!suggestWidgetVisible && !inSnippetMode && !renameInputVisible';
    const leave = step => () => {
        const reachable = [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
            .filter(element => !element.disabled && element.offsetParent !== null && element.tabIndex >= 0);
        const here = reachable.findIndex(element => editor.getDomNode().contains(element));
        const others = reachable.filter((element, i) => !editor.getDomNode().contains(element) && (step > 0 ? i > here : i < here));
        (step > 0 ? others[0] : others.at(-1))?.focus();
    };
    editor.addCommand(window.monaco.KeyCode.Tab, leave(1), idle);
    editor.addCommand(window.monaco.KeyMod.Shift | window.monaco.KeyCode.Tab, leave(-1), idle);
}

function rangeOf(model, start, length) {
    const { lineNumber, column } = model.getPositionAt(start);
    const end = model.getPositionAt(start + length);
    return new window.monaco.Range(lineNumber, column, end.lineNumber, end.column);
}

/** Asks the server about a model's text at a position; null where the model is no expression of ours or was changed meanwhile. */
async function ask(model, method, ...args) {
    const instance = instances.get(model.uri.toString());
    if (!instance)
        return null;
    const version = model.getVersionId();
    const answer = await invoke(instance, method, model.getValue(), ...args);
    return model.isDisposed() || version !== model.getVersionId() ? null : answer;
}

function registerAssistance(monaco) {
    const kinds = monaco.languages.CompletionItemKind;
    const signs = {
        Input: kinds.Variable, Param: kinds.Value, Table: kinds.Struct, Column: kinds.Field, Function: kinds.Function, Choice: kinds.EnumMember, Key: kinds.EnumMember,
        LambdaParameter: kinds.Variable, BuiltIn: kinds.Constant, Keyword: kinds.Keyword,
    };
    notesChanged = new monaco.Emitter();
    tokensChanged = new monaco.Emitter();
    // What is in a document is said by the server alone, once.
    monaco.languages.json.jsonDefaults.setDiagnosticsOptions({ validate: false, allowComments: true, enableSchemaRequest: false, schemas: [] });
    const languageId = [expressions, 'json'];
    monaco.languages.registerCompletionItemProvider(languageId, {
        triggerCharacters: ['.', '。', '[', '【', '"', '“'],
        async provideCompletionItems(model, position) {
            const found = await ask(model, 'Complete', model.getOffsetAt(position)) ?? [];
            return {
                suggestions: found.map((one, i) => ({
                    label: { label: one.label, description: one.detail }, kind: signs[one.kind], documentation: { value: one.documentation }, insertText: snippet(one),
                    insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet, range: rangeOf(model, one.start, one.length),
                    sortText: String(i).padStart(5, '0'),
                })),
            };
        },
    });
    monaco.languages.registerHoverProvider(languageId, {
        async provideHover(model, position) {
            const note = await ask(model, 'Hover', model.getOffsetAt(position));
            return note && { contents: [{ value: note.markdown }], range: rangeOf(model, note.start, note.length) };
        },
    });
    monaco.languages.registerSignatureHelpProvider(languageId, {
        signatureHelpTriggerCharacters: ['(', '（', ',', '，'],
        async provideSignatureHelp(model, position) {
            const call = await ask(model, 'FindCall', model.getOffsetAt(position));
            const signatures = call?.signatures.map(one => ({
                label: one.label, documentation: { value: one.documentation },
                parameters: one.parameters.map(part => ({ label: [part.start, part.end], documentation: { value: part.documentation } })),
            }));
            return call && { value: { signatures, activeSignature: call.active, activeParameter: call.parameter }, dispose() { } };
        },
    });
    monaco.languages.registerDocumentFormattingEditProvider(languageId, {
        async provideDocumentFormattingEdits(model) {
            const text = await ask(model, 'Format');
            return text === null || text === model.getValue() ? [] : [{ range: model.getFullModelRange(), text }];
        },
    });
    monaco.languages.registerRenameProvider(languageId, {
        async resolveRenameLocation(model, position) {
            const span = await ask(model, 'FindRenamed', model.getOffsetAt(position));
            if (!span)
                return { rejectReason: ' ', range: rangeOf(model, model.getOffsetAt(position), 0), text: '' };
            const range = rangeOf(model, span.start, span.length);
            return { range, text: model.getValueInRange(range) };
        },
        async provideRenameEdits(model, position, name) {
            const instance = instances.get(model.uri.toString());
            const rejectReason = await instance.server.invokeMethodAsync('Rename', model.getValue(), model.getOffsetAt(position), name);
            return rejectReason ? { rejectReason, edits: [] } : { edits: [] };
        },
    });
    monaco.languages.registerDefinitionProvider(languageId, {
        async provideDefinition(model, position) {
            await ask(model, 'ShowDefinition', model.getOffsetAt(position));
            return [];
        },
    });
    monaco.languages.registerInlayHintsProvider(languageId, {
        onDidChangeInlayHints: notesChanged.event,
        provideInlayHints(model) {
            const notes = instances.get(model.uri.toString())?.notes ?? [];
            return { hints: notes.map(note => ({ position: model.getPositionAt(note.offset), label: note.text, paddingLeft: true })), dispose() { } };
        },
    });
    monaco.languages.registerCodeActionProvider(languageId, { provideCodeActions: offerFixes });
    monaco.languages.registerDocumentSemanticTokensProvider(languageId, {
        getLegend: () => ({ tokenTypes: ['input', 'param', 'table', 'builtIn', 'lambdaParameter', 'column', 'predefined', 'unknown', 'keyword', 'number'], tokenModifiers: [] }),
        onDidChange: tokensChanged.event,
        async provideDocumentSemanticTokens(model) {
            const instance = instances.get(model.uri.toString());
            const version = model.getVersionId();
            if (instance && !isAnswered(instance))
                await new Promise(resolve => instance.waiting.push(resolve));
            if (model.isDisposed() || version !== model.getVersionId() || instance?.answer?.version !== version)
                throw new Error('busy'); // Monaco's word for: ask again, and keep the colours until then
            return { data: relative(model, instance.answer.tokens) };
        },
        releaseDocumentSemanticTokens() { },
    });
}

// A caret within the inserted text is a place to jump to; everything else of the text is to be taken literally.
function snippet({ text, caretBack }) {
    const literal = part => part.replace(/[\\$}]/g, '\\$&');
    const end = text.length - caretBack;
    return caretBack > 0 ? `${literal(text.slice(0, end))}$0${literal(text.slice(end))}` : literal(text);
}

// Each token by its distance from the one before, as Monaco wants them.
function relative(model, spans) {
    const data = [];
    let line = 1;
    let column = 1;
    for (let i = 0; i < spans.length; i += 3) {
        const at = model.getPositionAt(spans[i]);
        data.push(at.lineNumber - line, at.lineNumber === line ? at.column - column : at.column - 1, spans[i + 1], spans[i + 2], 0);
        line = at.lineNumber;
        column = at.column;
    }
    return new Uint32Array(data);
}

function editsOf(model, changes) {
    return changes.map(({ start, length, text }) => ({
        resource: model.uri, versionId: undefined, textEdit: { range: rangeOf(model, start, length), text },
    }));
}

function offerFixes(model, range) {
    const found = instances.get(model.uri.toString())?.answer?.findings ?? [];
    const touched = found.filter(finding => window.monaco.Range.areIntersectingOrTouching(range, rangeOf(model, finding.start, finding.length)));
    const actions = touched.flatMap(finding => finding.fixes.map(fix => ({
        title: fix.title, kind: 'quickfix', isPreferred: finding.fixes.length === 1, edit: { edits: editsOf(model, fix.changes) },
        diagnostics: window.monaco.editor.getModelMarkers({ resource: model.uri }).filter(marker => marker.code === finding.code),
    })));
    return { actions, dispose() { } };
}
