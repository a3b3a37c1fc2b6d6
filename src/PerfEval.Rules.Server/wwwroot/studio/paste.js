/** Blocks of a spreadsheet go to the server as a whole; a single value is pasted by the browser as always. */
export function takePaste(host, server) {
    host.addEventListener('paste', event => {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        const cell = event.target.closest('[data-row]');
        if (!cell || !/[\t\n]/.test(text.trimEnd()))
            return;
        event.preventDefault();
        server.invokeMethodAsync('Paste', Number(cell.dataset.row), Number(cell.dataset.column), text);
    });
}
