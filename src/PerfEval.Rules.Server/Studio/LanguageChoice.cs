namespace PerfEval.Rules.Server.Studio;

/// <summary>The language of one browser tab while it is open.</summary>
public sealed class LanguageChoice(Texts texts)
{
    /// <summary>Raised after a switch.</summary>
    public event Action? Changed;

    /// <summary>The words in it.</summary>
    public Texts Texts { get; private set; } = texts;

    public void Switch(string language)
    {
        Texts = Texts.In(language);
        Changed?.Invoke();
    }
}
