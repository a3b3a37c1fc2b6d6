using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PerfEval.Rules.Language.Text;

namespace PerfEval.Rules.Server.Http;

/// <summary>Reads a small JSON body into a record, strictly: unknown and repeated properties, wrong types and what is missing are all reported with their place.</summary>
internal static class JsonBody
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The body, or the problem for which it can't be read.</summary>
    public static async Task<(T? Body, Problem? Problem)> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        using var buffer = new PooledBuffer();
        if (await RequestBody.ReadAsync(request, buffer, request.HttpContext.RequestAborted) is { } unreadable)
            return (null, unreadable);
        var (body, faults) = Read<T>(buffer.Written);
        return (body, faults.IsEmpty ? null : Problems.InvalidRequest(faults));
    }

    private static (T? Body, ImmutableArray<ApiFault> Faults) Read<T>(ReadOnlyMemory<byte> utf8)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var type = Strict.GetTypeInfo(typeof(T));
            var faults = BrokenTexts.Find(document.RootElement, type);
            if (faults.IsEmpty)
                faults = FindFaults(document.RootElement, type);
            return faults.IsEmpty ? (document.Deserialize<T>(Strict), []) : (null, faults);
        }
        catch (JsonException exception) when (exception.Path is { Length: > 0 } path)
        {
            return (null, [ApiFaults.WrongType(PointerOf(path), Expected)]);
        }
        catch (JsonException exception)
        {
            return (null, [ApiFaults.NotJson(exception)]);
        }
    }

    private static Bilingual Expected => new("类型与属性名都符合接口说明的值", "a value with the type and the properties that the API describes");

    private static ImmutableArray<ApiFault> FindFaults(JsonElement root, JsonTypeInfo type)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return [ApiFaults.WrongType("", new("对象", "an object"))];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var faults = ImmutableArray.CreateBuilder<ApiFault>();
        foreach (var property in root.EnumerateObject())
        {
            if (!seen.Add(property.Name))
                faults.Add(ApiFaults.GivenTwice(property.Name));
            else if (!type.Properties.Any(known => known.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase)))
                faults.Add(ApiFaults.UnknownProperty(property.Name, type.Properties.Select(known => known.Name)));
        }

        faults.AddRange(type.Properties.Where(known => known.IsRequired && !seen.Contains(known.Name)).Select(known => ApiFaults.Missing(known.Name)));
        return faults.DrainToImmutable();
    }

    // $.judgements.A01[0].value → /judgements/A01/0/value
    private static string PointerOf(string path) =>
        path.TrimStart('$').Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal)
            .Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '/');
}
