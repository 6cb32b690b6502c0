/** Consent to which risks: on the day, over time, and what is not known. */
import { said } from '../../education/patient-text.ts'
import type { ConsentElement } from '../consent-element.ts'

export const theRisks: readonly ConsentElement[] = [
  {
    id: 'acute_risks',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Risks on the day', 'Riesgos del mismo día'),
    paragraphs: [
      {
        text: said(
          'Your blood pressure can go up for some hours. You may feel far from your body or from the room, see or hear things in an odd way, or feel scared. You may get sleepy, dizzy, or sick to your stomach, or have a headache. Your breathing can slow down. Rarely, a person passes out, has a heart problem, or has a bad allergy. We watch for these and have what we need to act. In a serious case we call {emergency}.',
          'La presión le puede subir por unas horas. Puede sentirse lejos de su cuerpo o del lugar, ver u oír cosas de forma rara, o sentir miedo. Le puede dar sueño, mareo, náuseas o dolor de cabeza. La respiración puede hacerse más lenta. Rara vez, una persona se desmaya, tiene un problema del corazón o una alergia grave. Vigilamos todo esto y tenemos lo necesario para actuar. En un caso serio llamamos al {emergency}.',
        ),
        cites: ['esketamine-label-us', 'ketamine-label-us', 'singh-2016'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'In studies of infusions, more than half of the patients had odd or unreal feelings. Most were gone by 2 hours. In one clinic, about 1 in 100 infusions came with very high blood pressure. It happened to about 1 in 8 patients at some time.',
          'En los estudios de infusiones, más de la mitad de los pacientes tuvo sensaciones raras o irreales. La mayoría pasó en 2 horas. En una clínica, en cerca de 1 de cada 100 infusiones la presión subió muchísimo. Le pasó alguna vez a cerca de 1 de cada 8 pacientes.',
        ),
        concerns: { drug: ['ketamine'], route: ['IV'] },
        cites: ['acevedo-diaz-2020', 'yale-2024'],
        confidence: 'med',
        basis: 'src',
      },
      {
        text: said(
          'In one study of the spray, about 3 in 10 people felt sick to their stomach. About 1 in 4 felt detached, and about 1 in 4 felt dizzy. Across studies, 8 to 19 in 100 had a large rise in blood pressure. About 3 or 4 in 1,000 passed out for a while.',
          'En un estudio del aerosol, cerca de 3 de cada 10 personas sintieron náuseas. Cerca de 1 de cada 4 se sintió desconectada, y cerca de 1 de cada 4 se mareó. En varios estudios, de 8 a 19 de cada 100 tuvieron una subida grande de la presión. Cerca de 3 o 4 de cada 1,000 perdieron el conocimiento por un rato.',
        ),
        concerns: { drug: ['esketamine'] },
        cites: ['fedgchin-2019', 'esketamine-label-us'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'A shot or a lozenge cannot be taken back once you have had it. An infusion can be stopped. No medicine undoes ketamine.',
          'Una inyección o una pastilla no se puede detener una vez que la recibió. Una infusión sí se puede parar. No existe un medicamento que quite el efecto de la ketamina.',
        ),
        concerns: { route: ['IM', 'SL'] },
        cites: ['judgement'],
        confidence: 'high',
        basis: 'drv',
      },
    ],
    fields: [],
  },
  {
    id: 'long_term_unknowns',
    version: 1,
    lastMaterialVersion: 1,
    title: said('What nobody knows yet', 'Lo que todavía no se sabe'),
    paragraphs: [
      {
        text: said(
          'We do not know well how safe ketamine is over many years when used for mood or pain. Few studies followed people for long. That is why we use as few doses as will help, and check on you as we go.',
          'No se sabe bien qué tan segura es la ketamina por muchos años cuando se usa para el ánimo o el dolor. Pocos estudios siguieron a las personas por mucho tiempo. Por eso usamos el menor número de dosis que ayude y lo vamos revisando.',
        ),
        concerns: { drug: ['ketamine'] },
        cites: ['sanacora-2017', 'abuse-review-2026'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'Esketamine was studied in 1,148 people for up to 6 and a half years. That study reported no new kinds of harm. The people in it chose to go on with it, so it cannot tell us all we want to know.',
          'La esketamina se estudió en 1,148 personas por hasta 6 años y medio. Ese estudio no informó daños de un tipo nuevo. Las personas del estudio decidieron seguir con el medicamento, así que no puede decirnos todo lo que quisiéramos saber.',
        ),
        concerns: { drug: ['esketamine'] },
        cites: ['sustain-3', 'judgement'],
        confidence: 'med',
        basis: 'drv',
      },
    ],
    fields: [],
  },
  {
    id: 'dependence_tolerance',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Dependence and tolerance', 'Dependencia y tolerancia'),
    paragraphs: [
      {
        text: said(
          'You can come to depend on this medicine. You may need more of it for the same effect. You may crave it. The risk is higher if you have, or once had, a problem with alcohol or drugs. We space the doses and watch for signs. That leaves less room for misuse. It has not been proved to prevent dependence. Tell us if you see a sign. We will not blame you.',
          'Usted puede llegar a depender de este medicamento. Puede necesitar más para sentir el mismo efecto. Puede tener ganas fuertes de usarlo. El riesgo es mayor si tiene o tuvo un problema con el alcohol o las drogas. Espaciamos las dosis y estamos atentos a las señales. Así hay menos oportunidad de un mal uso. No se ha demostrado que esto evite la dependencia. Avísenos si nota una señal. No lo vamos a juzgar.',
        ),
        cites: ['winstock-2012', 'esketamine-label-us', 'cheatle-2019', 'abuse-review-2026'],
        confidence: 'high',
        basis: 'src',
      },
    ],
    fields: [],
  },
  {
    id: 'bladder',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Your bladder', 'Su vejiga'),
    paragraphs: [
      {
        text: said(
          'This medicine can hurt the bladder, more so with more doses and more often. It can cause pain, a need to pee often, or blood. Some harm may not heal. We test your urine and ask about signs. If you see blood, call us before your next dose.',
          'Este medicamento puede dañar la vejiga, sobre todo con más dosis y más seguidas. Puede causar dolor, ganas de orinar a cada rato o sangre. A veces el daño puede no sanar. Revisamos su orina y le preguntamos por las señales. Si ve sangre, llámenos antes de su próxima dosis.',
        ),
        cites: ['winstock-2012', 'anderson-2022', 'uro-review-2025', 'ketamine-label-us'],
        confidence: 'high',
        basis: 'src',
      },
    ],
    fields: [],
  },
  {
    id: 'liver',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Your liver', 'Su hígado'),
    paragraphs: [
      {
        text: said(
          'Doses given again and again can hurt the liver. In one small study of long infusions, 3 of 6 people who had a second one soon after had signs of it in their blood. We do blood tests before and during treatment. Tell us if your skin or eyes turn yellow, or if your urine gets dark.',
          'Las dosis repetidas pueden dañar el hígado. En un estudio pequeño con infusiones largas, 3 de 6 personas que recibieron una segunda poco después tuvieron señales de eso en la sangre. Hacemos análisis de sangre antes y durante el tratamiento. Díganos si la piel o los ojos se le ponen amarillos, o si la orina se pone oscura.',
        ),
        cites: ['ketamine-label-us', 'noppers-2011', 'judgement'],
        confidence: 'med',
        basis: 'src',
      },
    ],
    fields: [],
  },
  {
    id: 'cognition',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Memory and thinking', 'Memoria y pensamiento'),
    paragraphs: [
      {
        text: said(
          'You may think slowly on the day of a dose. People who use a lot of ketamine outside of care can have trouble with memory. Studies of patients have not found a steady loss, but they are few. Tell us if you notice a change.',
          'El día de una dosis puede pensar más lento. Las personas que usan mucha ketamina fuera de la atención médica pueden tener problemas de memoria. Los estudios con pacientes no han encontrado una pérdida constante, pero son pocos. Díganos si nota un cambio.',
        ),
        cites: ['van-amsterdam-2022', 'judgement'],
        confidence: 'med',
        basis: 'src',
      },
    ],
    fields: [],
  },
  {
    id: 'pregnancy_lactation',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Pregnancy and nursing', 'Embarazo y lactancia'),
    paragraphs: [
      {
        text: said(
          'This medicine may harm an unborn baby. Animal studies point that way. We do not give it in pregnancy. We do a pregnancy test before you start and again later. Use birth control that works for you, and tell us at once if you may be pregnant. Tell us too if you plan to nurse a baby.',
          'Este medicamento puede dañar a un bebé antes de nacer. Así lo indican estudios en animales. No lo damos durante el embarazo. Hacemos una prueba de embarazo antes de empezar y otra vez más adelante. Use un método para evitar el embarazo que le sirva y avísenos de inmediato si podría estar embarazada. Avísenos también si piensa amamantar.',
        ),
        concerns: { canBecomePregnant: [true] },
        cites: ['esketamine-label-us', 'judgement'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'This medicine may pass into breast milk. The label of esketamine advises against nursing while you take it. Talk with your prescriber about what is best for you and your baby.',
          'Este medicamento puede pasar a la leche materna. La etiqueta de la esketamina aconseja no amamantar mientras se usa. Hable con quien le receta sobre lo mejor para usted y su bebé.',
        ),
        concerns: { breastfeeding: [true] },
        cites: ['esketamine-label-us'],
        confidence: 'high',
        basis: 'src',
      },
    ],
    fields: [],
  },
  {
    id: 'drug_interactions_alcohol',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Alcohol, drugs, and other medicines', 'Alcohol, drogas y otros medicamentos'),
    paragraphs: [
      {
        text: said(
          'Alcohol, opioids, sleep pills, and calming pills can slow your breathing when mixed with this medicine. This can kill. You agree not to drink alcohol on the day before a dose or on the day. You agree to tell us about each medicine, herb, and drug you take. Telling us does not end your care by itself. Do not stop a medicine on your own.',
          'El alcohol, los opioides, las pastillas para dormir y las pastillas para los nervios pueden hacer más lenta su respiración si se mezclan con este medicamento. Esto puede causar la muerte. Usted acepta no tomar alcohol el día antes de una dosis ni ese día. Acepta contarnos cada medicamento, hierba y droga que toma. Contarlo no termina su atención por sí solo. No deje un medicamento por su cuenta.',
        ),
        cites: ['esketamine-label-us', 'ketamine-label-us', 'judgement'],
        confidence: 'high',
        basis: 'drv',
      },
    ],
    fields: [],
  },
]
