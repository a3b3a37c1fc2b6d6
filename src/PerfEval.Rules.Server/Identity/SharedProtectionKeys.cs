using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using PerfEval.Rules.Storage.Identity;

namespace PerfEval.Rules.Server.Identity;

/// <summary>Keeps the keys that seal sessions in the store, so that a session opened on one replica holds on all.</summary>
internal sealed class SharedProtectionKeys(ProtectionKeyStore store) : IXmlRepository
{
    private volatile int known;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var keys = store.Read();
        known = keys.Length;
        return [.. keys.Select(key => XElement.Parse(key))];
    }

    // A key that comes second to another replica's is dropped: the framework reads all keys again after adding one, and takes the other's.
    public void StoreElement(XElement element, string friendlyName) => store.TryAdd(element.ToString(SaveOptions.DisableFormatting), known);
}
