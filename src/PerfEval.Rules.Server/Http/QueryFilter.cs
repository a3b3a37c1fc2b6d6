namespace PerfEval.Rules.Server.Http;

/// <summary>Refuses what an endpoint does not declare in its query.</summary>
internal static class QueryFilter
{
    /// <summary>Declares the query parameters of an endpoint.</summary>
    public static TBuilder WithQuery<TBuilder>(this TBuilder builder, params QueryParameter[] known) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new QueryParameters([.. known]));

    /// <summary>Checks the query of every endpoint of a group against what it declares; one that declares nothing takes none.</summary>
    public static TBuilder CheckQuery<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (context, next) =>
        {
            var declared = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>() ?? QueryParameters.None;
            var faults = declared.FindFaults(context.HttpContext.Request.Query);
            return faults.IsEmpty ? await next(context) : Problems.InvalidRequest(faults);
        });
}
