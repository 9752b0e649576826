namespace Numeroly.Harness;
