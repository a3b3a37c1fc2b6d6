import { runScript } from '/studio/scripts.js';

let loading;

export function loadCharts() {
    return loading ??= runScript('_content/Radzen.Blazor/Radzen.Blazor.min.js');
}
