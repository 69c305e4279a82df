#!/usr/bin/env python3
"""Works the ranking of this package out again from its scores, and compares.

Python 3 and its standard library alone. It shares no line with Plaudit: the methods are written from their formulas, which
RECOMPUTE.md gives. Run it in the folder that the package was unpacked into. It ends with status 0 if everything agrees
to 1e-6 of a point.
"""
import csv
import math
import os
import sys
from collections import defaultdict

FOLDER = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
NEAR = 1e-6


def table(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mean(values):
    return sum(values) / len(values)


def totals(scores, criteria):
    """A scorecard's total: 100 times the weighted mean of the shares of the scales that its scores reach."""
    weight = {row["criterion"]: float(row["weight"]) for row in criteria}
    low = {row["criterion"]: float(row["lowest"]) for row in criteria}
    high = {row["criterion"]: float(row["highest"]) for row in criteria}
    parts = defaultdict(float)
    for row in scores:
        key = row["criterion"]
        share = (float(row["score"]) - low[key]) / (high[key] - low[key])
        parts[row["case"], row["judge"]] += weight[key] * share
    return [(case, judge, 100 * part / sum(weight.values())) for (case, judge), part in parts.items()]


def by(which, cards):
    groups = defaultdict(list)
    for card in cards:
        groups[card[which]].append(card[2])
    return groups


def trimmed(values):
    values = sorted(values)
    return mean(values[1:-1] if len(values) >= 4 else values)


def z_scores(cards):
    """Each judge's totals in standard deviations from their own mean; judges with few by the pooled deviation."""
    judges = by(1, cards)
    squares = {judge: sum((y - mean(ys)) ** 2 for y in ys) for judge, ys in judges.items()}
    freedom = sum(len(ys) - 1 for ys in judges.values())
    pooled = math.sqrt(sum(squares.values()) / freedom) if freedom else 0.0
    least = 1e-9 * (max(abs(card[2]) for card in cards) or 1.0)

    def z(judge, y):
        ys = judges[judge]
        if len(ys) == 1:
            return 0.0
        own = math.sqrt(squares[judge] / (len(ys) - 1))
        spread = own if len(ys) >= 5 and own >= least else pooled
        return 0.0 if spread < least else (y - mean(ys)) / spread

    middle = mean([card[2] for card in cards])
    found = by(0, [(case, judge, z(judge, y)) for case, judge, y in cards])
    return {case: middle + pooled * mean(zs) for case, zs in found.items()}


def borda(cards):
    """Each judge's order alone: from 1 for the first to 0 for the last, ties sharing."""
    points = []
    # Equal totals are equal in the first nine digits; the last ones differ by the order of a sum.
    cards = [(case, judge, round(y, 9)) for case, judge, y in cards]
    for judge, ys in by(1, cards).items():
        for case, who, y in cards:
            if who == judge:
                better = sum(other > y for other in ys)
                alike = sum(other == y for other in ys)
                rank = better + (alike + 1) / 2
                points.append((case, judge, (len(ys) - rank) / (len(ys) - 1) if len(ys) > 1 else 0.5))
    return {case: mean(values) for case, values in by(0, points).items()}


def inverse(matrix):
    """The inverse of a symmetric positive matrix, and the logarithm of its determinant."""
    n = len(matrix)
    work = [row[:] + [float(i == j) for j in range(n)] for i, row in enumerate(matrix)]
    logarithm = 0.0
    for i in range(n):
        pivot = work[i][i]
        logarithm += math.log(pivot)
        work[i] = [value / pivot for value in work[i]]
        for k in range(n):
            if k != i and work[k][i] != 0.0:
                factor = work[k][i]
                work[k] = [a - factor * b for a, b in zip(work[k], work[i])]
    return [row[n:] for row in work], logarithm


class Model:
    """y = mu + case + judge + error, cases and judges random: Henderson's equations with the cases eliminated."""

    def __init__(self, cards):
        self.cases = sorted({card[0] for card in cards})
        self.judges = sorted({card[1] for card in cards})
        column = {judge: 1 + place for place, judge in enumerate(self.judges)}
        self.centre = mean([card[2] for card in cards])
        self.rows = {case: [] for case in self.cases}
        for case, judge, y in cards:
            self.rows[case].append((column[judge], y - self.centre))
        self.n = len(cards)

    def solve(self, case_theta, judge_theta):
        """Everything at these ratios of standard deviations to the error's; a ratio of nought leaves the effect out."""
        size = 1 + (len(self.judges) if judge_theta > 0 else 0)
        left = [[0.0] * size for _ in range(size)]
        right = [0.0] * size
        squares, logarithm = 0.0, 0.0
        weights = {}
        for case, row in self.rows.items():
            held = [(0, 1.0 * len(row))] + ([(j, 1.0) for j, _ in row] if judge_theta > 0 else [])
            total = sum(y for _, y in row)
            squares += sum(y * y for _, y in row)
            left[0][0] += len(row)
            right[0] += total
            if judge_theta > 0:
                for j, y in row:
                    left[0][j] += 1
                    left[j][0] += 1
                    left[j][j] += 1
                    right[j] += y
            if case_theta > 0:
                d = len(row) + 1 / case_theta**2
                logarithm += math.log(d * case_theta**2)
                for j, a in held:
                    right[j] -= a * total / d
                    for k, b in held:
                        left[j][k] -= a * b / d
                weights[case] = (d, total, held)
        for j in range(1, size):
            left[j][j] += 1 / judge_theta**2
            logarithm += 2 * math.log(judge_theta)
        covariance, determinant = inverse(left)
        solution = [sum(a * b for a, b in zip(row, right)) for row in covariance]
        effects, trace = {}, 0.0
        for case, (d, total, held) in weights.items():
            effects[case] = (total - sum(a * solution[j] for j, a in held)) / d
            quadratic = sum(a * b * covariance[j][k] for j, a in held for k, b in held)
            trace += 1 / d + quadratic / d**2
        explained = sum(solution[0] * y for row in self.rows.values() for _, y in row)
        explained += sum(effects.get(case, 0.0) * y for case, row in self.rows.items() for _, y in row)
        if judge_theta > 0:
            explained += sum(solution[j] * y for row in self.rows.values() for j, y in row)
        free = self.n - 1
        error = (squares - explained) / free
        criterion = free * (1 + math.log(2 * math.pi * error)) + logarithm + determinant
        # Nought at the optimum: how far each variance is from what its effects say it is.
        slopes = []
        if case_theta > 0:
            seen = sum(u * u for u in effects.values()) / error + trace
            slopes.append(seen / (len(self.cases) * case_theta**2) - 1)
        if judge_theta > 0:
            seen = sum(v * v for v in solution[1:]) / error + sum(covariance[j][j] for j in range(1, size))
            slopes.append(seen / (len(self.judges) * judge_theta**2) - 1)
        scores = {case: self.centre + solution[0] + effects.get(case, 0.0) for case in self.cases}
        return criterion, slopes, scores

    def climb(self, theta):
        """Newton's method on the slopes, and where that would go uphill a step that never does (expectation-maximisation)."""
        active = [place for place, value in enumerate(theta) if value > 0]
        criterion, slopes, scores = self.solve(*theta)
        for _ in range(500):
            if not active or max(abs(slope) for slope in slopes) < 1e-11:
                break
            if min(theta[place] for place in active) < 1e-6:
                return None
            step, tiny = None, 1e-6
            jacobian = []
            for place in active:
                moved = list(theta)
                moved[place] *= math.exp(tiny)
                jacobian.append([(a - b) / tiny for a, b in zip(self.solve(*moved)[1], slopes)])
            if len(active) == 1:
                step = [-slopes[0] / jacobian[0][0]] if jacobian[0][0] else None
            else:
                (a, c), (b, d) = jacobian
                determinant = a * d - b * c
                if determinant:
                    step = [(-d * slopes[0] + b * slopes[1]) / determinant, (c * slopes[0] - a * slopes[1]) / determinant]
            safe = list(theta)
            for place, slope in zip(active, slopes):
                safe[place] *= math.sqrt(1 + slope)
            taken = safe
            if step and max(abs(part) for part in step) < 1:
                quick = list(theta)
                for place, part in zip(active, step):
                    quick[place] *= math.exp(part)
                if self.solve(*quick)[0] <= criterion + 1e-9:
                    taken = quick
            theta = taken
            criterion, slopes, scores = self.solve(*theta)
        return criterion, scores

    def calibrated(self):
        """The best of several starts, and of leaving out one effect or the other."""
        starts = [(a, b) for a in (0.3, 1.0, 3.0) for b in (0.3, 1.0, 3.0)]
        starts += [(a, 0.0) for a in (0.3, 1.0, 3.0)] + [(0.0, 1.0), (0.0, 0.0)]
        found = [self.climb(list(start)) for start in starts]
        return min((one for one in found if one), key=lambda one: one[0])[1]


def digamma(x):
    return -1 / x + digamma(x + 1) if x < 20 else (
        math.log(x) - 1 / (2 * x) - 1 / (12 * x**2) + 1 / (120 * x**4) - 1 / (252 * x**6))


def trigamma(x):
    return 1 / x**2 + trigamma(x + 1) if x < 20 else (
        1 / x + 1 / (2 * x**2) + 1 / (6 * x**3) - 1 / (30 * x**5) + 1 / (42 * x**7) - 1 / (30 * x**9))


def trigamma_inverse(y):
    low, high = 1e-9, 1e9
    for _ in range(300):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if trigamma(middle) > y else (low, middle)
    return middle


def stretched(cards):
    """Each judge's distances from their own mean, brought to the common spread as far as the data show that spreads differ."""
    judges = by(1, cards)
    known = []
    for judge, ys in judges.items():
        if len(ys) >= 3:
            variance = sum((y - mean(ys)) ** 2 for y in ys) / (len(ys) - 1)
            if variance > 0:
                known.append((judge, len(ys) - 1, variance))
    if len(known) < 3:
        return cards
    logs = [math.log(v) - digamma(d / 2) + math.log(d / 2) for _, d, v in known]
    excess = sum((x - mean(logs)) ** 2 for x in logs) / (len(logs) - 1) - mean([trigamma(d / 2) for _, d, _ in known])
    if excess <= 0:
        return cards
    half = trigamma_inverse(excess)
    prior = math.exp(mean(logs) + digamma(half) - math.log(half))
    shrunk = {judge: math.sqrt((2 * half * prior + d * v) / (2 * half + d)) for judge, d, v in known}
    typical = math.exp(mean([math.log(s) for s in shrunk.values()]))
    factor = {judge: min(max(typical / s, 1 / 3), 3) for judge, s in shrunk.items()}
    return [(case, judge, mean(judges[judge]) + factor.get(judge, 1.0) * (y - mean(judges[judge]))) for case, judge, y in cards]


def main():
    options = {row["option"]: row["value"] for row in table("options.csv")}
    results = table("results.csv")
    cards = totals(table("scores.csv"), table("criteria.csv"))
    cases = by(0, cards)
    found = {"by_mean": {case: mean(ys) for case, ys in cases.items()}} if cards else {}
    if cards:
        found["by_trimmed"] = {case: trimmed(ys) for case, ys in cases.items()}
        found["by_zscore"] = z_scores(cards)
        found["by_borda"] = borda(cards)
        if any(row["by_calibrated"] for row in results):
            found["by_calibrated"] = Model(cards).calibrated()
        if any(row["by_calibrated_spread"] for row in results):
            found["by_calibrated_spread"] = Model(stretched(cards)).calibrated()
    wrong = 0
    for method, scores in found.items():
        worst = max((abs(float(row[method]) - scores[row["case"]]) for row in results if row[method]), default=0.0)
        wrong += worst > NEAR
        print(f"{method}: {'agrees' if worst <= NEAR else 'DIFFERS'}, at most {worst:.1e} apart")
    method = {"trimmed-mean": "trimmed", "z-score": "zscore"}.get(options["method"], options["method"])
    decides = "by_" + method.replace("-", "_")
    if method.startswith("calibrated") and not any(row["standard_error"] for row in results):
        decides = "by_mean"  # The scores do not support the model.
    elif decides not in found:
        print("ranked by least squares, since the judges agree perfectly; that is not worked out here")
    ranked = [row for row in results if row["rank"] and row["case"] in found.get(decides, {})]
    for row in ranked:
        own = found[decides][row["case"]]
        above = sum(found[decides][other["case"]] > own + NEAR for other in ranked)
        level = sum(abs(found[decides][other["case"]] - own) <= NEAR for other in ranked)
        if not above < int(row["rank"]) <= above + level:
            wrong += 1
            print(f"case {row['case']}: rank {row['rank']}, and {above} cases have a higher total")
    print(f"{len(ranked)} cases ranked, {len(cards)} scorecards: " + ("everything agrees" if not wrong else "NOT everything agrees"))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
