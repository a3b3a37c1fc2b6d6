// A server that was restarted knows nothing of this page any more: what was typed is stored, so the page is loaded anew and goes on with it.
const bar = document.getElementById('components-reconnect-modal');
const patience = 3000;

async function look() {
    if (bar.classList.contains('components-reconnect-rejected')) {
        location.reload();
    } else if (bar.classList.contains('components-reconnect-failed')) {
        await new Promise(resolve => setTimeout(resolve, patience));
        if (!await window.Blazor.reconnect().catch(() => false))
            await look();
    }
}

new MutationObserver(look).observe(bar, { attributeFilter: ['class'] });
