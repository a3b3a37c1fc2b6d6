using BenchmarkDotNet.Running;
using PerfEval.Rules.Benchmarks.HandWritten;
using PerfEval.Rules.Benchmarks.Load;
using PerfEval.Rules.Benchmarks.Measurements;
using PerfEval.Rules.Benchmarks.Ratios;
using PerfEval.Rules.Benchmarks.Subjects;

switch (args)
{
    case ["endpoint", var url]:
        await Endpoint.RunAsync(url);
        return 0;
    case ["verify"]:
        Verification.Run();
        return 0;
    case ["memory"]:
        Memory.Run();
        return 0;
    case ["ratios", .. var rest]:
        Verification.Run();
        return RatioCommand.Run(rest);
    case ["batch", .. var rest]:
        return await BatchCommand.RunAsync(rest);
    case ["impact", .. var rest]:
        return await ImpactCommand.RunAsync(rest);
    case ["start", .. var rest]:
        return await FirstAnswerCommand.RunAsync(rest);
    case ["load", .. var rest]:
        Verification.Run();
        return await LoadCommand.RunAsync(rest);
    default:
        Verification.Run();
        BenchmarkSwitcher.FromAssembly(typeof(Scoring).Assembly).Run(args, new Settings());
        return 0;
}
