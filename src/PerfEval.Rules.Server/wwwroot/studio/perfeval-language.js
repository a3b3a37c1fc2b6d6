// The expression language as far as colours and brackets go; everything that needs its meaning is asked of the server.
export const languageId = 'perfeval';

const name = '[\\p{L}_][\\p{L}\\p{Nd}_]*';

const configuration = {
    wordPattern: new RegExp(`${name}|[0-9０-９][0-9０-９.．]*`, 'u'),
    comments: { lineComment: '//' },
    brackets: [['(', ')'], ['（', '）'], ['[', ']'], ['［', '］'], ['{', '}'], ['｛', '｝']],
    autoClosingPairs: [
        { open: '(', close: ')' }, { open: '（', close: '）' }, { open: '[', close: ']' }, { open: '{', close: '}' },
        { open: '"', close: '"', notIn: ['string'] }, { open: '“', close: '”', notIn: ['string'] },
    ],
    surroundingPairs: [{ open: '(', close: ')' }, { open: '"', close: '"' }, { open: '“', close: '”' }],
};

const tokens = {
    unicode: true,
    defaultToken: '',
    keywords: ['switch', 'when', 'and', 'or', 'not', 'is', 'null', 'true', 'false'],
    tokenizer: {
        root: [
            [/\/\/.*$/, 'comment'],
            [/"/, 'string', '@plainText'],
            [/“[^”]*”?/, 'string'],
            [/[0-9０-９][0-9０-９.．]*\s*(亿元|万元|元|%|％|‰)?/, 'number'],
            [new RegExp(`${name}(?=\\s*[(（])`, 'u'), { cases: { '@keywords': 'keyword', '@default': 'predefined' } }],
            [new RegExp(name, 'u'), { cases: { '@keywords': 'keyword', '@default': 'identifier' } }],
            [/[()（）[\]［］{}｛｝]/, 'delimiter'],
            // Signs that are surely slips; the server names the right one.
            [/[《》【】‘’、。—￥…]/, 'slip'],
            [/[-+*/<>=!?:.,;&|＋－＊／＜＞＝！？：．，；＆｜≥≤≠×÷−]/, 'operator'],
        ],
        plainText: [
            [/[^\\"]+/, 'string'],
            [/\\./, 'string'],
            [/"/, 'string', '@pop'],
        ],
    },
};

export function registerLanguage(monaco) {
    monaco.languages.register({ id: languageId });
    monaco.languages.setLanguageConfiguration(languageId, configuration);
    monaco.languages.setMonarchTokensProvider(languageId, tokens);
}
