namespace PerfEval.Rules.Server.Studio;

/// <summary>The language and theme of one browser tab while it is open.</summary>
public sealed class Appearance(Preferences preferences)
{
    /// <summary>Raised after a switch.</summary>
    public event Action? Changed;

    public Preferences Preferences { get; private set; } = preferences;

    public Texts Texts => Texts.In(Preferences.Language);

    public void Switch(Preferences preferences)
    {
        Preferences = preferences;
        Changed?.Invoke();
    }
}
