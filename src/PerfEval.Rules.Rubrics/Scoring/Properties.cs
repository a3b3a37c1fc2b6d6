using System.Text.Json;

namespace PerfEval.Rules.Rubrics.Scoring;

/// <summary>The names of a scorecard's properties, encoded once.</summary>
internal static class Properties
{
    public static readonly JsonEncodedText Audit = JsonEncodedText.Encode("audit");
    public static readonly JsonEncodedText Checks = JsonEncodedText.Encode("checks");
    public static readonly JsonEncodedText Code = JsonEncodedText.Encode("code");
    public static readonly JsonEncodedText Complete = JsonEncodedText.Encode("complete");
    public static readonly JsonEncodedText Computed = JsonEncodedText.Encode("computed");
    public static readonly JsonEncodedText Default = JsonEncodedText.Encode("default");
    public static readonly JsonEncodedText Department = JsonEncodedText.Encode("department");
    public static readonly JsonEncodedText Difference = JsonEncodedText.Encode("difference");
    public static readonly JsonEncodedText EffectiveWeight = JsonEncodedText.Encode("effectiveWeight");
    public static readonly JsonEncodedText En = JsonEncodedText.Encode("en");
    public static readonly JsonEncodedText Explanation = JsonEncodedText.Encode("explanation");
    public static readonly JsonEncodedText Fault = JsonEncodedText.Encode("fault");
    public static readonly JsonEncodedText Figures = JsonEncodedText.Encode("figures");
    public static readonly JsonEncodedText Findings = JsonEncodedText.Encode("findings");
    public static readonly JsonEncodedText FullScore = JsonEncodedText.Encode("fullScore");
    public static readonly JsonEncodedText Grade = JsonEncodedText.Encode("grade");
    public static readonly JsonEncodedText Hash = JsonEncodedText.Encode("hash");
    public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    public static readonly JsonEncodedText Left = JsonEncodedText.Encode("left");
    public static readonly JsonEncodedText Length = JsonEncodedText.Encode("length");
    public static readonly JsonEncodedText Max = JsonEncodedText.Encode("max");
    public static readonly JsonEncodedText MaxTotal = JsonEncodedText.Encode("maxTotal");
    public static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");
    public static readonly JsonEncodedText Min = JsonEncodedText.Encode("min");
    public static readonly JsonEncodedText Missing = JsonEncodedText.Encode("missing");
    public static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    public static readonly JsonEncodedText Overrides = JsonEncodedText.Encode("overrides");
    public static readonly JsonEncodedText Overruled = JsonEncodedText.Encode("overruled");
    public static readonly JsonEncodedText Parts = JsonEncodedText.Encode("parts");
    public static readonly JsonEncodedText Path = JsonEncodedText.Encode("path");
    public static readonly JsonEncodedText Period = JsonEncodedText.Encode("period");
    public static readonly JsonEncodedText PointsLost = JsonEncodedText.Encode("pointsLost");
    public static readonly JsonEncodedText Range = JsonEncodedText.Encode("range");
    public static readonly JsonEncodedText Reconciliation = JsonEncodedText.Encode("reconciliation");
    public static readonly JsonEncodedText Reported = JsonEncodedText.Encode("reported");
    public static readonly JsonEncodedText Right = JsonEncodedText.Encode("right");
    public static readonly JsonEncodedText Row = JsonEncodedText.Encode("row");
    public static readonly JsonEncodedText Rows = JsonEncodedText.Encode("rows");
    public static readonly JsonEncodedText Rubric = JsonEncodedText.Encode("rubric");
    public static readonly JsonEncodedText Rules = JsonEncodedText.Encode("rules");
    public static readonly JsonEncodedText Score = JsonEncodedText.Encode("score");
    public static readonly JsonEncodedText Severity = JsonEncodedText.Encode("severity");
    public static readonly JsonEncodedText Slip = JsonEncodedText.Encode("slip");
    public static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
    public static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
    public static readonly JsonEncodedText Subject = JsonEncodedText.Encode("subject");
    public static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    public static readonly JsonEncodedText Total = JsonEncodedText.Encode("total");
    public static readonly JsonEncodedText Unit = JsonEncodedText.Encode("unit");
    public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    public static readonly JsonEncodedText Values = JsonEncodedText.Encode("values");
    public static readonly JsonEncodedText Verdict = JsonEncodedText.Encode("verdict");
    public static readonly JsonEncodedText Version = JsonEncodedText.Encode("version");
    public static readonly JsonEncodedText Weight = JsonEncodedText.Encode("weight");
    public static readonly JsonEncodedText What = JsonEncodedText.Encode("what");
    public static readonly JsonEncodedText Why = JsonEncodedText.Encode("why");
    public static readonly JsonEncodedText Zh = JsonEncodedText.Encode("zh");
}
