using System.Globalization;
using PerfEval.Rules.Server.Published;

namespace PerfEval.Rules.Server.Studio.Pages;

/// <summary>Where pages lie, below the base address.</summary>
internal static class Addresses
{
    public static string Of(RubricKey key, string version) => Under("library", key, version);

    public static string OfEvaluation(RubricKey key, string version) => Under("evaluate", key, version);

    /// <summary>The document itself, as the API gives it.</summary>
    public static string OfDocument(RubricKey key, string version) =>
        string.Create(CultureInfo.InvariantCulture, $"rubrics/{key.Region}/{key.Year}/{Uri.EscapeDataString(key.Scope)}/versions/{version}");

    private static string Under(string page, RubricKey key, string version) =>
        string.Create(CultureInfo.InvariantCulture, $"studio/{page}/{key.Region}/{key.Year}/{Uri.EscapeDataString(key.Scope)}/{version}");
}
