/** Copies what a field holds. The clipboard is there only on secure addresses; elsewhere the selection is copied as by hand. */
export async function copy(field) {
    field.select();
    if (navigator.clipboard)
        await navigator.clipboard.writeText(field.value);
    else
        document.execCommand('copy');
}
