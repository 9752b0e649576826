using Xunit.Sdk;
using Xunit.v3;

// Each of these tests wants the machine for itself.
[assembly: Parallelization(Mode = ParallelMode.None)]
