using System.Text.Json;
using PerfEval.Rules.Language.Evaluation;
using PerfEval.Rules.Language.Types;
using PerfEval.Rules.Rubrics.Auditing;
using PerfEval.Rules.Rubrics.Linking;

namespace PerfEval.Rules.Rubrics.Submissions;

internal sealed partial class SubmissionPass
{
    private static readonly NameTable JudgementProperties = new(["band", "share"]);

    /// <summary><c>{"band": "部分达成", "share": 0.65}</c>, or the band alone as a text; the value is the share.</summary>
    private Value ReadJudgement(ref Utf8JsonReader reader, in Place place)
    {
        if (reader.TokenType == JsonTokenType.String)
            return ReadBand(ref reader, place, place.Path) is { } only ? Judge(only, null, place) : place.Shape.Absent;
        if (reader.TokenType != JsonTokenType.StartObject)
            return WrongType(ref reader, place, new("档次", "a band"));
        var (band, share, faultsBefore, seen) = ((LinkedBand?)null, (decimal?)null, faults.Count, 0);
        for (reader.Advance(); reader.TokenType != JsonTokenType.EndObject; reader.Advance())
        {
            var property = FindProperty(ref reader, JudgementProperties, place.Path, ref seen);
            if (property == 0)
                band = ReadBand(ref reader, place, place.Path + "/band");
            else if (property == 1)
                share = ReadShare(ref reader, place.Path + "/share");
        }

        if (faults.Count > faultsBefore)
            return place.Shape.Absent;
        return band is null ? Refuse(SubmissionFaults.BandMissing(place.Path), place) : Judge(band, share, place);
    }

    private Value Judge(LinkedBand band, decimal? share, in Place place)
    {
        if (share is { } given && !band.Shares.Contains(given))
            Report(FindingCatalogue.ShareOutsideBand(place.Path, given, band), SubmissionFaults.ShareOutsideBand);
        else if (share is { } within)
            return Value.Of(within);
        else if (band.Shares.IsPoint)
            return Value.Of(band.Shares.Low ?? 0);
        else
            filingFaults.Add(SubmissionFaults.ShareMissing(place.Path, band));
        return Value.Missing(Absence.Of(new(place.Input.Name, null, band.Shares, IsBound: true)));
    }

    private LinkedBand? ReadBand(ref Utf8JsonReader reader, in Place place, string path)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.String)
        {
            Report(SubmissionFaults.WrongType(path, new("档次名称", "the name of a band"), reader.TokenType));
            reader.Leave();
            return null;
        }

        var position = place.Shape.Choices.Find(reader, -1);
        if (position >= 0)
            return place.Input.Bands[position];
        var name = reader.ShownName();
        Report(SubmissionFaults.UnknownBand(path, name, FindNearest(name, place.Shape.Choices.Declared)));
        return null;
    }

    private decimal? ReadShare(ref Utf8JsonReader reader, string path)
    {
        var number = ReadFigure(ref reader, path, out var written);
        if (written is null)
            return null;
        if (number is { IsBound: false, Unit: "" or Units.Percent } && UnitFigures.Keep(number.Number, number.Unit) is { } share)
            return share;
        Report(SubmissionFaults.WrongType(path, new("比例", "a share"), JsonTokenType.String));
        return null;
    }
}
