using System.Collections.Immutable;
using PerfEval.Rules.Language.Functions;
using PerfEval.Rules.Language.Syntax;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Language.Editing;

/// <summary>How the function is called in whose brackets the caret stands.</summary>
/// <param name="Signatures">The overloads.</param>
/// <param name="Active">The overload that fits what is typed.</param>
/// <param name="Parameter">The parameter at the caret, in the active overload; −1: one too many.</param>
public sealed record SignatureHelp(ImmutableArray<ShownSignature> Signatures, int Active, int Parameter);

/// <summary>One way of calling a function.</summary>
/// <param name="Label"><c>round(x, digits?)</c>; without the table where it stands before the dot.</param>
/// <param name="Summary">What it gives.</param>
/// <param name="Parameters">In order.</param>
public sealed record ShownSignature(string Label, Bilingual Summary, ImmutableArray<ShownParameter> Parameters);

/// <summary>A parameter in a signature.</summary>
/// <param name="Span">Where it stands in the label.</param>
/// <param name="Takes">What it takes.</param>
/// <param name="Description">What it is.</param>
public sealed record ShownParameter(TextSpan Span, Bilingual Takes, Bilingual Description);

/// <summary>Finds the call around a caret.</summary>
internal static class SignatureFinder
{
    public static SignatureHelp? At(EditedExpression edited, int caret)
    {
        var context = CaretContext.Of(edited.Lexed, caret, edited.Scope);
        foreach (var bracket in context.Open.Reverse())
        {
            if (CaretContext.CallOf(edited.Lexed, bracket) is ({ Text: { } name }, var receiver))
                return Of(context, bracket, name, receiver is not null);
            if (bracket.Kind == TokenKind.OpenBrace)
                return null;
        }

        return null;
    }

    private static SignatureHelp? Of(CaretContext context, OpenBracket bracket, string name, bool isAfterDot)
    {
        if (!isAfterDot && context.Scope.FindLookup(name) is { } lookup)
        {
            var (label, start) = ($"{lookup.Name}(code)", lookup.Name.Length + 1);
            return new([new(label, new("指标的得分", "the score of a rule"), [new(new(start, 4), ParameterKind.Text.Title, new("指标代码", "the rule's code"))])], 0, bracket.Argument == 0 ? 0 : -1);
        }

        var overloads = FunctionTable.Find(name).Where(function => !isAfterDot || function.IsTableFunction).ToImmutableArray();
        if (overloads.IsEmpty)
            return null;
        var active = Math.Max(0, context.FunctionOf(bracket) is { } chosen ? overloads.IndexOf(chosen) : 0);
        var parameters = overloads[active].Parameters.Length - (isAfterDot ? 1 : 0);
        var index = bracket.Argument < parameters ? bracket.Argument : overloads[active].Parameters is [.., { IsRepeated: true }] ? parameters - 1 : -1;
        return new([.. overloads.Select(function => Show(function, isAfterDot))], active, index);
    }

    private static ShownSignature Show(Function function, bool isAfterDot)
    {
        var label = function.Name + "(";
        var parameters = ImmutableArray.CreateBuilder<ShownParameter>();
        foreach (var parameter in function.Parameters.Skip(isAfterDot ? 1 : 0))
        {
            if (parameters.Count > 0)
                label += ", ";
            var text = parameter.Name + (parameter.IsOptional ? "?" : "") + (parameter.IsRepeated ? ", …" : "");
            parameters.Add(new(new(label.Length, text.Length), parameter.Kind.Title, parameter.Description));
            label += text;
        }

        return new(label + ")", function.Summary, parameters.ToImmutable());
    }
}
