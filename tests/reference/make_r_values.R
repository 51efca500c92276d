# Values of R packages for the inputs below, written to r_packages.json beside this file:
#     Rscript tests/reference/make_r_values.R
# Needs R with psych, multilevel, coin and jsonlite. The tests read the file and need no R.
suppressMessages({library(psych); library(multilevel); library(coin); library(jsonlite)})
set.seed(20261120)
one <- function(call, input, expected) list(call = call, input = input, expected = expected)

singles <- list(
  list(x = c(4, 4, 5, 3, 4, 4), K = 5), list(x = c(1, 1, 2, 5, 5, 4, 1), K = 5), list(x = c(5, 5, 5, 5), K = 5),
  list(x = c(2, 3, 3, 4, 6, 7, 7, 5), K = 7), list(x = c(1, 2, 2, 3, 4, 4, 4, 3, 2), K = 4),
  list(x = c(9, 7, 8, 10, 10, 9, 2, 8), K = 10), list(x = c(3, 3, 3, 3, 2), K = 5))
within <- lapply(singles, function(s) {
  g <- rep(1, length(s$x)); v <- (s$K^2 - 1) / 12
  one("rwg(x, g, ranvar = (K^2-1)/12); awg(x, g, range = c(1, K)); ad.m(x, g, type = 'mean' | 'median')", s,
    list(rwg = rwg(s$x, g, ranvar = v)$rwg, rwg_slight_skew = if (s$K == 5) rwg(s$x, g, ranvar = 1.34)$rwg,
      awg = awg(s$x, g, range = c(1, s$K))$a.wg, ad_mean = ad.m(s$x, g, type = "mean")$AD.M,
      ad_median = ad.m(s$x, g, type = "median")$AD.M))
})

tables <- lapply(list(c(5, 4), c(6, 6), c(9, 5), c(12, 8)), function(d)
  matrix(pmin(5, pmax(1, round(rep(runif(d[2], 2, 4), each = d[1]) + rnorm(prod(d), 0, 1)))), d[1], d[2]))
many <- lapply(tables, function(t) {
  g <- rep(1, nrow(t))
  one("rwg.j(t, g, ranvar = 2); rwg.j.lindell(t, g, ranvar = 2); t = people x questions", t,
    list(rwg_j = rwg.j(t, g, ranvar = 2)$rwg.j, lindell = rwg.j.lindell(t, g, ranvar = 2)$rwg.lindell))
})
iccs <- lapply(tables, function(t) {
  r <- ICC(t(t), lmer = FALSE)$results
  one("psych::ICC(t(t), lmer = FALSE); t = raters x items", t,
    lapply(split(r, factor(r$type, unique(r$type))), function(row) list(icc = row$ICC, F = row$F,
      p = row$p, ci95 = c(row[["lower bound"]], row[["upper bound"]]))))
})
gaps <- tables[[4]]; gaps[cbind(c(1, 4, 7, 7), c(2, 3, 8, 1))] <- NA
alphas <- c(lapply(tables, function(t) one("psych::alpha(t)$total$raw_alpha", t,
    list(alpha = suppressWarnings(psych::alpha(as.data.frame(t), check.keys = FALSE))$total$raw_alpha))),
  list(one("psych::alpha(t, use = 'pairwise')$total$raw_alpha", gaps, list(alpha =
    suppressWarnings(psych::alpha(as.data.frame(gaps), use = "pairwise", check.keys = FALSE))$total$raw_alpha))))

groups <- list(list(c(1, 2, 2, 3), c(3, 4, 4, 5), c(2, 3, 5, 5)), list(c(4, 5, 4), c(1, 2, 2, 1, 3), c(3, 3), c(5, 4, 4, 4)),
  list(c(2.5, 3.1, 4.2, 1.1), c(3.3, 3.9, 4.8)))
nested <- lapply(groups, function(gs) {
  x <- unlist(gs); g <- factor(rep(seq_along(gs), lengths(gs))); a <- aov(x ~ g); k <- kruskal.test(x, g)
  one("multilevel::ICC1(aov(x ~ g)); ICC2(aov(x ~ g)); stats::kruskal.test(x, g)", gs,
    list(icc1 = ICC1(a), icc2 = ICC2(a), H = unname(k$statistic), kruskal_p = k$p.value))
})
pairs <- list(list(c(4, 5, 4, 3, 5, 2), c(2, 3, 1, 4, 2)), list(c(1.2, 3.4, 2.2, 5.1), c(0.3, 1.1, 2.9, 0.7, 1.9)),
  list(c(5, 5, 4, 4, 4, 3, 5, 4), c(3, 3, 2, 4, 3, 2, 1, 3, 4, 2, 3)))
sides <- c("two.sided", "greater", "less")
tests <- lapply(pairs, function(p) {
  x <- p[[1]]; y <- p[[2]]; g <- factor(rep(c("x", "y"), lengths(p)))
  by <- function(f) setNames(lapply(sides, f), c("two-sided", "greater", "less"))
  one("wilcox.test(x, y, alternative, exact = FALSE, correct); coin::wilcox_test(v ~ g, alternative, distribution = 'exact')", p,
    list(W = unname(suppressWarnings(wilcox.test(x, y))$statistic),
      exact = by(function(s) as.numeric(pvalue(wilcox_test(c(x, y) ~ g, alternative = s, distribution = "exact")))),
      corrected = by(function(s) wilcox.test(x, y, alternative = s, exact = FALSE, correct = TRUE)$p.value),
      uncorrected = by(function(s) wilcox.test(x, y, alternative = s, exact = FALSE, correct = FALSE)$p.value),
      welch_p = t.test(x, y)$p.value, welch_ci95 = as.numeric(t.test(x, y)$conf.int)))
})
friedman <- lapply(tables, function(t) { f <- friedman.test(t)
  one("friedman.test(t); W = chi2 / (m (n - 1)); t = raters x items", t, list(chi_square = unname(f$statistic),
    W = unname(f$statistic) / (nrow(t) * (ncol(t) - 1)), p = f$p.value)) })
ps <- c(0.01, 0.02, 0.03, 0.5, 0.04, 0.001, 0.9)

write_json(list(
  versions = list(R = paste(R.version$major, R.version$minor, sep = "."), psych = as.character(packageVersion("psych")),
    multilevel = as.character(packageVersion("multilevel")), coin = as.character(packageVersion("coin"))),
  tolerance = 1e-8, within = within, many = many, icc = iccs, alpha = alphas, groups = nested, tests = tests,
  friedman = friedman, benjamini_hochberg = one("p.adjust(p, 'BH')", ps, p.adjust(ps, "BH"))),
  file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "r_packages.json"),
  auto_unbox = TRUE, digits = NA, na = "null", pretty = 1)
