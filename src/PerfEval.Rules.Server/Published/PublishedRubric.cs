using PerfEval.Rules.Rubrics.Documents;
using PerfEval.Rules.Rubrics.Linking;
using PerfEval.Rules.Rubrics.Reading;
using PerfEval.Rules.Rubrics.Submissions;
using PerfEval.Rules.Storage.Rubrics;

namespace PerfEval.Rules.Server.Published;

/// <summary>One version that serves, with what the store knows of it. Immutable and safe to share between threads.</summary>
internal sealed class PublishedRubric(CompiledRubric compiled, StoredVersion stored)
{
    private byte[]? canonical;
    private byte[]? schema;

    public CompiledRubric Compiled => compiled;

    /// <summary>Who published it and when, and whether it is retired.</summary>
    public StoredVersion Stored => stored;

    public string Version => compiled.Document.Version;

    public SemanticVersion Order { get; } = SemanticVersion.Of(compiled.Document.Version);

    /// <summary>Whether it scores what names it and nothing else.</summary>
    public bool IsRetired => stored.Retirement is not null;

    /// <summary>The first day it is in force; a version that names none is in force from its publication, that is: already.</summary>
    public DateOnly EffectiveFrom => compiled.Document.EffectiveFrom ?? DateOnly.MinValue;

    /// <summary>The strong validator of the document: its hash in quotation marks.</summary>
    public string ETag { get; } = $"\"{compiled.Hash}\"";

    /// <summary>The canonical JSON; written when first asked for. Two threads may both do so: either result serves.</summary>
    public ReadOnlyMemory<byte> Canonical => canonical ??= CanonicalRubric.Write(compiled.Document);

    /// <summary>The JSON Schema of the data it takes; likewise.</summary>
    public ReadOnlyMemory<byte> Schema => schema ??= SubmissionSchema.Write(compiled);
}
