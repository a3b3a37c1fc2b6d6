namespace PerfEval.Rules.Server.Studio.Pages.Authoring;

/// <summary>Places of the document as the forms name them.</summary>
internal static class PlaceWords
{
    /// <summary>The element and its property: what JSON Pointers say to programs.</summary>
    public static string Of(string path, DocumentTree? tree, Texts texts)
    {
        if (path.Length == 0 || tree is null)
            return "";
        if (path == "/Rules")
            return texts["Author.Indicators"];
        var element = ElementFields.ElementOf(path);
        var name = element.Length == 0 ? texts["Author.Basics"].Value : NameOf(element, tree);
        var property = path.Length == element.Length ? "" : path[(element.Length + 1)..].Split('/')[0];
        var field = ElementFields.Of(element).FirstOrDefault(one => one.Property == property);
        return field is null ? name : $"{name} · {texts[field.TextName].Value}";
    }

    private static string NameOf(string element, DocumentTree tree) =>
        tree.TextAt(element + "/RuleName") is { Length: > 0 } rule ? rule : tree.TextAt(element + "/Name") is { Length: > 0 } name ? name : element;
}
